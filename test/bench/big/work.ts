import { setTimeout as delay } from 'node:timers/promises';
import type { Application } from '@rectify/application';
import type { Seen } from '../../../libs/testing/drive-campaign';
import { CAMPAIGN, sendAs } from './campaign';
import type { Kinds } from './kinds';
import { createPerson } from './people';

/** How often the campaign's process looks while people are at work, as it does after a bell; after a deed it looks at once. */
const LOOK_EVERY_MS = 500;

const looking = async (application: Application): Promise<Seen> => {
  const seen = await application.campaign(CAMPAIGN);
  if (!seen) throw new Error('there is no campaign');
  return seen;
};

/** People, each with problems of their own, and the process on one campaign: they look, send, wait and look again. */
export const atWork = async (
  application: Application,
  people: readonly (readonly string[])[],
  kinds: Kinds,
  isOver: () => boolean,
): Promise<void> => {
  const person = async (problemIds: readonly string[], index: number): Promise<void> => {
    const next = createPerson(problemIds, index === 0);
    while (!isOver()) {
      const sending = next(await looking(application));
      if (!sending) return;
      const { person: who, command } = sending;
      const wrong = await kinds.timed(command.type, () => sendAs(application, who, command));
      if (wrong !== null) await delay(10);
    }
  };
  const process = async (): Promise<void> => {
    while (!isOver()) {
      const due = (await application.agenda(CAMPAIGN))?.agenda.due ?? [];
      for (const { kind } of due) {
        const type = kind === 'openStage' ? 'OpenStage' : 'IssueReminders';
        await kinds.timed(type, () => sendAs(application, 'system', { type, data: {} }));
      }
      if (due.length === 0) await delay(LOOK_EVERY_MS);
    }
  };
  await Promise.all([process(), ...people.map(person)]);
};
