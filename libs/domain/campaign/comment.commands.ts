import type { Id, Message, PersonId } from '../kernel/kernel';

/** A word about a problem, with whom it is meant for; apart from every decision. */
export type CommentCommand = Message<
  'CommentOnProblem',
  { readonly problemId: Id; readonly text: string; readonly mentions?: readonly PersonId[] }
>;
