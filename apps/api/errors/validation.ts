import type { ValidationReason } from '@rectify/contracts';
import type { z } from 'zod';
import { refused, type FieldError, type ProblemError } from './problem';

type Issue = z.core.$ZodIssue;
type Fault = Omit<FieldError, 'texts'>;

const SHOWN = 20;

/** `['measures', 0, 'dueOn']` → `measures[0].dueOn`; the whole value is called by where it stands. */
const fieldOf = (path: readonly PropertyKey[], whole: string): string =>
  path.reduce<string>((field, part) => {
    if (typeof part === 'number') return `${field}[${part}]`;
    return field === '' ? String(part) : `${field}.${String(part)}`;
  }, '') || whole;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | null | undefined)?.[part], value);

const ORIGIN = {
  string: ['tooShort', 'tooLong'],
  array: ['tooFew', 'tooMany'],
} as const satisfies Record<string, readonly [ValidationReason, ValidationReason]>;
const sizeReasons = (origin: string) =>
  ORIGIN[origin as keyof typeof ORIGIN] ?? (['tooSmall', 'tooLarge'] as const);

const faultsOf = (issue: Issue, input: unknown, whole: string): readonly Fault[] => {
  const field = fieldOf(issue.path, whole);
  const one = (reason: ValidationReason, params?: Fault['params']): Fault[] => [
    { field, reason, ...(params && { params }) },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        field: fieldOf([...issue.path, key], whole),
        reason: 'unknownField',
      }));
    case 'invalid_type':
      return one(valueAt(input, issue.path) === undefined ? 'required' : 'wrongType', {
        expected: issue.expected,
      });
    case 'too_small':
      return one(sizeReasons(issue.origin)[0], { min: Number(issue.minimum) });
    case 'too_big':
      return one(sizeReasons(issue.origin)[1], { max: Number(issue.maximum) });
    case 'invalid_value':
      return valueAt(input, issue.path) === undefined
        ? one('required')
        : one('notOneOf', { values: issue.values.map(String).join(', ') });
    case 'custom': {
      const { reason, params } = (issue.params ?? {}) as {
        reason?: ValidationReason;
        params?: Fault['params'];
      };
      return one(reason ?? 'malformed', params);
    }
    case 'invalid_union':
      return one(valueAt(input, issue.path) === undefined ? 'required' : 'malformed');
    default:
      return one('malformed');
  }
};

/** What a schema found wrong, field by field. `whole` names the value itself: the body, the query. */
export const validationProblem = (issues: readonly Issue[], input: unknown, whole: string): ProblemError => {
  const errors = issues.flatMap((issue) => faultsOf(issue, input, whole)).slice(0, SHOWN);
  const [first] = errors;
  return refused('VALIDATION', { field: first?.field, params: first?.params, errors });
};
