import { Client, Connection } from '@temporalio/client';

/** What is known of one workflow from its real history. */
export interface Performance {
  readonly startedAt: Date;
  /** When the one timer that is pending fires, by the machine's clock; null where none is. */
  readonly timerFiresAt: Date | null;
  readonly pendingTimers: number;
}

export interface Histories {
  readonly read: (workflowId: string) => Promise<Performance>;
  readonly close: () => Promise<void>;
}

/** The histories that a Temporal server keeps. */
export const openHistories = async (address: string, namespace: string): Promise<Histories> => {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  return {
    read: async (workflowId) => {
      const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
      const pending = new Map<string, Date>();
      for (const { eventTime, ...event } of events ?? []) {
        const { timerStartedEventAttributes: started } = event;
        if (started)
          pending.set(started.timerId ?? '', new Date(msOf(eventTime) + msOf(started.startToFireTimeout)));
        pending.delete(event.timerFiredEventAttributes?.timerId ?? '-');
        pending.delete(event.timerCanceledEventAttributes?.timerId ?? '-');
      }
      const [timerFiresAt = null] = pending.values();
      return { startedAt: new Date(msOf(events?.[0]?.eventTime)), timerFiresAt, pendingTimers: pending.size };
    },
    close: () => connection.close(),
  };
};

interface Moment {
  readonly seconds?: { toString: () => string } | null;
  readonly nanos?: number | null;
}

const msOf = (moment: Moment | null | undefined): number =>
  Number(moment?.seconds?.toString() ?? 0) * 1_000 + (moment?.nanos ?? 0) / 1_000_000;
