import type { ListCommand, ListData } from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { line, text, uuid } from './primitives';

const { text: bound, list, code } = LIMITS;

const reason = text(bound.remark);

/** Ids of new things may be left out; then the API makes them. */
export const reportedProblem = z.strictObject({
  id: uuid.exactOptional(),
  title: line(bound.title),
  detail: text(bound.detail, 0).default(''),
});

/** Ids of the parts may be left out; then the API makes them. */
const part = reportedProblem.extend({ item: line(code.item).exactOptional() });

type Body<Type extends ListCommand['type']> = Type extends 'ReportProblem' | 'SplitProblem'
  ? object
  : ListData<Type>;

/** The bodies of the commands that change the problem list. */
export const listCommands = {
  ReportProblem: z.strictObject({ item: line(code.item), problem: reportedProblem }),
  MergeProblems: z.strictObject({
    into: uuid,
    problemIds: z.array(uuid).min(1).max(list.merged),
    reason,
  }),
  SplitProblem: z.strictObject({ problemId: uuid, parts: z.array(part).min(2).max(list.parts), reason }),
} satisfies { readonly [Type in ListCommand['type']]: z.ZodType<Body<Type>> };
