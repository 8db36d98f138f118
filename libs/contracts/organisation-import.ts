import { z } from 'zod';
import { unitCode } from './commands.directory';
import { LIMITS } from './limits';
import { account, civilDate, line, post } from './primitives';

const { lines } = LIMITS.domain.import;

/**
 * A file of the organisation: units by their codes, people by their accounts, posts by both. What it says may stand there
 * already; then nothing becomes of it. Written out with a sample in docs/organisation-import.md.
 */
export const organisationImport = z.strictObject({
  format: z.literal('rectify-organisation-1'),
  units: z
    .array(
      z.strictObject({
        code: unitCode,
        name: line(LIMITS.text.unitName),
        /** The code of the unit above, in the file or known; null of the top one. */
        parent: unitCode.nullable(),
      }),
    )
    .max(lines),
  people: z
    .array(
      z.strictObject({
        account,
        name: line(LIMITS.text.name),
        email: z.email().max(LIMITS.text.email).exactOptional(),
      }),
    )
    .max(lines),
  posts: z
    .array(
      z.strictObject({
        unit: unitCode,
        post,
        /** An account of this file. */
        person: account,
        /** The day on which the tenure began, today where it is left out; of a proposal it begins with its confirmation. */
        from: civilDate.exactOptional(),
      }),
    )
    .max(lines),
});
export type OrganisationImport = z.infer<typeof organisationImport>;

const count = z.int().min(0);
const outcome = z.enum(['added', 'proposed', 'unchanged', 'refused']);

/** What would become of a file, line by line; it is applied where no line is refused. */
export const importPreview = z
  .strictObject({
    counts: z.strictObject({ added: count, proposed: count, unchanged: count, refused: count }),
    lines: z.array(
      z.strictObject({
        /** The line's place, such as `units[3]`. */
        at: z.string(),
        outcome,
        refusal: z
          .strictObject({
            code: z.string(),
            /** The place of what is wrong, such as `units[3].parent`. */
            field: z.string(),
            texts: z.strictObject({ zh: z.string(), en: z.string() }),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'OrganisationImportPreview' });
export type ImportPreview = z.infer<typeof importPreview>;
