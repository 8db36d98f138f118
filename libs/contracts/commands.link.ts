import type { LinkCommand, LinkData } from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { line, text, uuid } from './primitives';

const link = { item: line(LIMITS.code.item), campaignId: uuid, problemId: uuid };

/** The bodies of the commands that let a problem of another campaign answer an item. */
export const linkCommands = {
  LinkProblem: z.strictObject(link),
  UnlinkProblem: z.strictObject({ ...link, reason: text(LIMITS.text.remark) }),
} satisfies { readonly [Type in LinkCommand['type']]: z.ZodType<LinkData<Type>> };
