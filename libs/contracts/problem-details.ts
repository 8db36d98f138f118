import { z } from 'zod';
import { problemCodes, type ProblemCode } from './status';

/** How one field of a request is wrong; texts stand in the catalogue under `validation.<reason>`. */
export const validationReasons = [
  'required',
  'unknownField',
  'wrongType',
  'tooShort',
  'tooLong',
  'tooSmall',
  'tooLarge',
  'tooFew',
  'tooMany',
  'tooDeep',
  'notOneOf',
  'notAccepted',
  'notADate',
  'notAnInstant',
  'notAnId',
  'notAHash',
  'notASlug',
  'notAPost',
  'notAKey',
  'notAnAccount',
  'notAVersion',
  'notACursor',
  'notJson',
  'tooCommon',
  'tooSimple',
  'usedBefore',
  'malformed',
] as const;
export type ValidationReason = (typeof validationReasons)[number];

const params = z.record(z.string(), z.union([z.string(), z.number()]));
const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

/** RFC 9457, with a code for programs and both languages for people. `detail` is in the language asked for. */
export const problemDetails = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    texts: bilingual,
    /** By which the operator finds it in the log: with a fault of ours and what passes by itself (5xx), never with a refusal. */
    instance: z.string().startsWith('urn:uuid:').exactOptional(),
    /** A path such as `measures[0].dueOn`, or the name of a header or parameter. */
    field: z.string().exactOptional(),
    params: params.exactOptional(),
    /** Every field that is wrong, the first twenty; only with VALIDATION. */
    errors: z
      .array(
        z.strictObject({
          field: z.string(),
          reason: z.enum(validationReasons),
          params: params.exactOptional(),
          texts: bilingual,
        }),
      )
      .exactOptional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDetails = z.infer<typeof problemDetails>;

export const PROBLEM_TYPE = 'application/problem+json';
