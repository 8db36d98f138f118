import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { Appender } from './appender';

const { append } = proxyLocalActivities<Pick<Appender, 'append'>>({ scheduleToCloseTimeout: '10s' });

/** The shape that the design does not take: each command an Update, whose one local activity appends the event. */
export async function updated(stream: string): Promise<void> {
  setHandler(defineUpdate<number>('append'), () => append(stream));
  await condition(() => false);
}
