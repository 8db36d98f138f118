import type { ActivityEvent, EventData } from '@rectify/domain';
import type { Line } from './line';

/** What activities, pledges and rules made say in the record. */
export const activityLines: {
  readonly [Type in ActivityEvent['type']]: (data: EventData<Type>) => Line;
} = {
  ActivityPlanned: ({ kind, nth, plannedOn }) => ({ subject: { activity: kind, nth, plannedOn } }),
  ActivityHeld: ({ kind, nth, heldOn, people }) => ({ subject: { activity: kind, nth, heldOn, people } }),
  PledgeTextDrafted: ({ version, text, textHash, people }) => ({
    subject: { version, basisHash: textHash, people: people.length },
    text,
  }),
  PledgeSigned: ({ basisHash }) => ({ subject: { basisHash } }),
  PledgeCompared: ({ person, basisHash, verdict, reason }) => ({
    subject: { person, basisHash, verdict },
    text: reason,
  }),
  RuleMadeRegistered: ({ number, title, effectiveOn, problemId }) => ({
    ...(problemId === null ? {} : { problemId }),
    subject: { number, effectiveOn },
    text: title,
  }),
  RuleMadeRetired: ({ number, reason }) => ({ subject: { number }, text: reason }),
};
