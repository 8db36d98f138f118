import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import { ask, orNothing, portions } from './asking';
import { hangBell } from './bell';
import type { DeliveryRef, Ending } from './contract';
import { tower } from './tower';

/**
 * One channel's delivery, across campaigns: look who is to get mail now, deliver, and wait for the bell or the next
 * moment. What was sent stands in PostgreSQL; this only keeps the time. It never ends by itself.
 */
export async function delivery(ref: DeliveryRef): Promise<Ending> {
  const bell = hangBell(tower);
  for (;;) {
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof delivery>(ref);
    bell.clear();
    const bag = await ask((whom) => whom.lookAtMail.executeWithOptions({ summary: 'look' }, [ref]));
    if (bag === 'superseded') return bag;
    const tried =
      bag.due > 0 ? await orNothing(portions.deliver.executeWithOptions({ summary: bag.label }, [ref])) : 0;
    if (tried === 0) await bell.orAfter(bag.wake);
  }
}
