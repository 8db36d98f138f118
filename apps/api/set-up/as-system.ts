import type { Application, Target } from '@rectify/application';
import { shippedCalendarYears, shippedTemplates } from '@rectify/domain';
import { payloadHash } from '@rectify/event-store';
import { refused } from '../errors/problem';

/** Sends a command in the system's name. The key tells the effect, so that a founding that was interrupted can be repeated. */
export const asSystem =
  (application: Application, principal: string) =>
  async (id: string, target: Target): Promise<void> => {
    const hash = payloadHash(target.command.data);
    const handled = await application.handle(target, {
      actor: { kind: 'system' },
      key: { space: 'system', principal, id: `${id}:${hash.slice(0, 16)}` },
      payloadHash: hash,
    });
    if (!handled.ok) throw refused(handled.refusal.code, handled.refusal);
  };

export type AsSystem = ReturnType<typeof asSystem>;

/** The three templates and the official calendar years that come with the product. */
export const publishShipped = async (send: AsSystem): Promise<void> => {
  for (const definition of shippedTemplates()) {
    const { slug } = definition;
    const command = { type: 'PublishTemplate', data: { definition } } as const;
    await send(`template:${slug}`, { aggregate: 'template', slug, command });
  }
  for (const data of shippedCalendarYears()) {
    await send(`year:${data.year}`, { aggregate: 'calendar', command: { type: 'ImportCalendarYear', data } });
  }
};
