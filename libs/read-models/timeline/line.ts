import type { Id, Json } from '@rectify/domain';

/** What an event says in the record. */
export interface Line {
  readonly problemId?: Id;
  readonly subject: { readonly [name: string]: Json };
  readonly text?: string;
}
