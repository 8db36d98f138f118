import type { MessageKey } from '@rectify/i18n';
import type { Mutation } from '@tanstack/react-query';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** What a change is called while it goes on: with a name it is told of on every page. */
      readonly work?: MessageKey;
    };
  }
}

/** A change that the server is at, or was. It belongs to the application, not to the page that it was begun on. */
export interface Work {
  readonly id: number;
  readonly what: MessageKey;
  readonly status: 'pending' | 'success' | 'error';
  readonly begunAt: number;
}

export const workOf = ({ mutationId, meta, state }: Mutation<unknown, Error>): Work | null =>
  meta?.work === undefined || state.status === 'idle'
    ? null
    : { id: mutationId, what: meta.work, status: state.status, begunAt: state.submittedAt };
