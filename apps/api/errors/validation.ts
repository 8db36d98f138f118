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
    case 'invalid_union': {
      const meant = branchMeant(issue.errors);
      if (meant)
        return meant.flatMap((inner) =>
          faultsOf({ ...inner, path: [...issue.path, ...inner.path] } as Issue, input, whole),
        );
      return one(valueAt(input, issue.path) === undefined ? 'required' : 'malformed');
    }
    default:
      return one('malformed');
  }
};

/** Of several shapes of an object the one that was meant: the least of its fields are missing or too many. None of values. */
const branchMeant = (branches: readonly (readonly Issue[])[]): readonly Issue[] | null => {
  const strangers = (issues: readonly Issue[]): number =>
    issues.reduce(
      (sum, issue) =>
        sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : issue.path.length === 1 ? 1 : 0),
      0,
    );
  const objects = branches.filter((issues) =>
    issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  const best = [...objects].sort((a, b) => strangers(a) - strangers(b))[0];
  return objects.length === branches.length && best ? best : null;
};

/** What a schema found wrong, field by field. `whole` names the value itself: the body, the query. */
export const validationProblem = (issues: readonly Issue[], input: unknown, whole: string): ProblemError => {
  const errors = issues.flatMap((issue) => faultsOf(issue, input, whole)).slice(0, SHOWN);
  const [first] = errors;
  return refused('VALIDATION', { field: first?.field, params: first?.params, errors });
};
