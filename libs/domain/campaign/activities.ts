import { addDays, earliestDate, latestDate } from '../calendar/civil-date';
import type { CivilDate, DeepReadonly, PersonId } from '../kernel/kernel';
import type { PostRef } from '../directory/posts';
import { PLEDGE } from '../template/activity.kinds';
import { stageKinds, type StageKind } from '../template/template.definition';
import type { Activity } from './activity.state';
import type { PlannedActivity } from './campaign.plan';
import type { Campaign, Stage } from './campaign.state';
import { opensOn } from './stages';

/** Where the window of its stage has passed, an activity may still be held within so many days. */
const LATE_DAYS = 31;

/** Who holds an activity where the template names nobody. */
const usualOwner: readonly PostRef[] = ['organisationMember'];

/** The nth activity of its kind, as obligations and duties name it: `seminar#1`. */
export const activityId = (kind: string, nth: number): string => `${kind}#${nth}`;

/** What the template asks for; a plan launched before activities were planned asks for none. */
export const askedActivities = ({ plan }: Campaign): readonly PlannedActivity[] => plan.activities ?? [];

export const isPledgeAsked = (campaign: Campaign): boolean =>
  askedActivities(campaign).some(({ kind }) => kind === PLEDGE);

/** One activity the template asks for, with the stage in whose window it lies. */
export interface AskedActivity {
  readonly id: string;
  readonly kind: string;
  readonly nth: number;
  readonly stage: DeepReadonly<Stage>;
}

/** Each activity asked for once a time it is asked, the pledge apart. */
export const askedOnce = (campaign: Campaign): readonly AskedActivity[] =>
  askedActivities(campaign).flatMap(({ kind, stage, times }) =>
    kind === PLEDGE
      ? []
      : Array.from({ length: times }, (_, index) => ({
          id: activityId(kind, index + 1),
          kind,
          nth: index + 1,
          stage: stageFor(campaign, stage),
        })),
  );

/** The campaign's own stage for one of the template's: where the plan has it not, the next, at last the last. */
export const stageFor = ({ stages }: Campaign, kind: StageKind): DeepReadonly<Stage> => {
  const place = stageKinds.indexOf(kind);
  const found = stages.find((stage) => stageKinds.indexOf(stage.kind) >= place) ?? stages.at(-1);
  if (!found) throw new Error('the plan has no stage');
  return found;
};

export const activityOf = (campaign: Campaign, id: string): DeepReadonly<Activity> | undefined =>
  Object.hasOwn(campaign.activities, id) ? campaign.activities[id] : undefined;

/** How many of a kind are asked for or planned: the next one's number is at most one more. */
export const countOfKind = (campaign: Campaign, kind: string): number => {
  const asked = askedActivities(campaign).find((each) => each.kind === kind)?.times ?? 0;
  const planned = Object.values(campaign.activities).filter((each) => each.kind === kind);
  return Math.max(asked, ...planned.map(({ nth }) => nth));
};

/** The date proposed for an activity: the end of its stage, or the day it opened where that was later. */
export const proposedOn = (campaign: Campaign, { kind, endOn }: DeepReadonly<Stage>): CivilDate =>
  latestDate(endOn, opensOn(campaign, kind) ?? endOn);

/**
 * The days on which an activity may be planned: within its stage's window, from today on; what was proposed stays
 * possible while nobody planned. Where the window has passed, within a month.
 */
export const windowOf = (
  campaign: Campaign,
  stage: DeepReadonly<Stage> | undefined,
  today: CivilDate,
): { readonly start: CivilDate; readonly latest: CivilDate } => {
  const last = campaign.stages.at(-1)?.endOn ?? today;
  const proposed = stage ? proposedOn(campaign, stage) : last;
  const start = earliestDate(latestDate(today, stage?.startOn ?? today), proposed);
  return { start, latest: proposed < today ? addDays(today, LATE_DAYS) : proposed };
};

/** Whether all that a stage of the plan asks for was held, its pledge drafted and signed by everybody it was laid before. */
export const isAskedOfStageDone = (campaign: Campaign, stage: StageKind): boolean =>
  askedActivities(campaign)
    .filter((asked) => asked.stage === stage)
    .every(({ kind, times }) =>
      kind === PLEDGE
        ? isPledgeSigned(campaign)
        : Array.from({ length: times }, (_, index) => activityId(kind, index + 1)).every((id) =>
            Boolean(activityOf(campaign, id)?.held),
          ),
    );

export const isPledgeSigned = ({ pledge }: Campaign): boolean =>
  pledge !== null && pledge.people.every((person) => pledge.signed[person]?.hash === pledge.hash);

/** Signed, and not yet held against what was done: each with the year of the signature, at whose end that is due. */
export const pledgesToCompare = ({
  pledge,
}: Pick<Campaign, 'pledge'>): readonly { readonly person: PersonId; readonly year: string }[] =>
  Object.entries(pledge?.signed ?? {})
    .filter(([person, { hash }]) => hash === pledge?.hash && pledge.compared[person]?.hash !== hash)
    .map(([person, { on }]) => ({ person, year: on.slice(0, 4) }));

/** Rules made that were not retired. */
export const rulesInForce = ({ rulesMade }: Campaign): Campaign['rulesMade'] =>
  rulesMade.filter(({ retired }) => retired === null);

/** The posts that hold activities of a kind, by the template's data. */
export const ownersOfKind = (campaign: Campaign, kind: string): readonly PostRef[] =>
  askedActivities(campaign).find((each) => each.kind === kind)?.owner ?? usualOwner;
