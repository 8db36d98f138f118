import { instantAt } from '../calendar/civil-date';
import type { CivilDate, Refusal } from '../kernel/kernel';
import { rungReckoner } from '../obligation/ladder';
import type { Obligation } from '../obligation/obligation';
import { minutesOf } from './burden';
import type { CampaignCommand } from './campaign.commands';
import { campaignDecider } from './campaign.decider';
import type { CampaignEvent, StageInUse } from './campaign.events';
import type { PlannedStage } from './campaign.plan';
import { allItems, type Campaign } from './campaign.state';
import type { CampaignContext } from './context';
import { act } from './owe';
import { obligations } from './obligations';
import { afterwards } from './preview';
import { stepHolder, stepMatter } from './stages';

export type Launch = Extract<CampaignCommand, { type: 'LaunchCampaign' }>;

/** Something that will be owed, in whose stage, what it asks in minutes, and when its holder hears of it. */
export interface Expected extends Pick<
  Obligation,
  'kind' | 'subject' | 'holder' | 'since' | 'dueOn' | 'provisional'
> {
  readonly stage: StageInUse;
  readonly minutes: number;
  readonly messagesOn: readonly CivilDate[];
}

export interface LaunchPreview {
  readonly plan: Campaign['plan'];
  /** How many obligations the launch itself makes. */
  readonly created: number;
  /** Those and what follows, if every stage ends on its last day and nothing is found: what nobody can know stays out. */
  readonly owed: readonly Expected[];
}

/**
 * What a launch would set going, decided, folded and settled as in earnest, stage by stage, on a state that nobody keeps.
 * Answers the refusal where it would be refused.
 */
export const launchPreviewOf = (
  nothing: Campaign,
  data: Launch['data'],
  context: CampaignContext,
):
  | { readonly ok: true; readonly preview: LaunchPreview }
  | { readonly ok: false; readonly refusal: Refusal } => {
  const decision = campaignDecider.decide(nothing, { type: 'LaunchCampaign', data }, context);
  if (!decision.ok) return decision;
  const launched = afterwards(nothing, decision.events, context);
  const owed = new Map<string, Expected>();
  let campaign = launched;
  for (const stage of launched.plan.stages) {
    const opened = { ...context, now: instantAt(stage.startOn, '00:00') };
    for (const events of [[], answersIn(campaign, stage)]) {
      campaign = afterwards(campaign, events, opened);
      note(owed, campaign, stage.kind, context);
    }
    for (const step of chainOf(launched, stage, context)) owed.set(step.key, step.expected);
    const data = { stage: stage.kind, how: 'approved', on: stage.endOn } as const;
    campaign = afterwards(campaign, [{ type: 'StageClosed', data }], opened);
  }
  const preview = { plan: launched.plan, created: obligations(launched).length, owed: [...owed.values()] };
  return { ok: true, preview };
};

/** What arises once all is answered: nothing was found, and of the clue items nothing was there. */
const answersIn = (campaign: Campaign, { kind, startOn }: PlannedStage): CampaignEvent[] =>
  kind === 'screening'
    ? allItems(campaign).map(({ code, clue }) => ({
        type: 'CheckItemAnswered',
        data: { item: code, answer: clue ? 'notApplicable' : 'noProblem', on: startOn },
      }))
    : [];

/** Approvals come at the end of a stage, whenever its exit would be met in this quiet course. */
const note = (
  owed: Map<string, Expected>,
  campaign: Campaign,
  stage: StageInUse,
  { calendar }: CampaignContext,
): void => {
  const rungs = rungReckoner(campaign.plan.ladders, calendar);
  for (const each of obligations(campaign)) {
    if (owed.has(each.key) || each.kind === 'approveStage' || each.kind === 'signOffCampaign') continue;
    const { kind, subject, holder, since, dueOn, provisional } = each;
    const messagesOn = before(rungs(each), dueOn);
    owed.set(each.key, {
      ...{ kind, subject, holder, since, dueOn, provisional },
      ...{ stage, minutes: minutesOf(each), messagesOn },
    });
  }
};

/** Whoever does it in time hears of it on these days. */
const before = (rungs: readonly { readonly on: CivilDate }[], dueOn: CivilDate): CivilDate[] => [
  ...new Set(rungs.map(({ on }) => on).filter((on) => on < dueOn)),
];

const chainOf = (campaign: Campaign, stage: PlannedStage, { calendar }: CampaignContext) => {
  const { kind: at, startOn: since, endOn: dueOn, provisional } = stage;
  return stage.approvals.map((_, step) => {
    const { kind, subject } = stepMatter(campaign, at, step);
    const rungs = rungReckoner(campaign.plan.ladders, calendar)({ kind, dueOn, armedOn: since });
    const expected: Expected = {
      ...{ kind, subject, holder: stepHolder(campaign, at, step), since, dueOn, provisional, stage: at },
      minutes: minutesOf({ kind, action: act('ApproveStage') }),
      messagesOn: before(rungs, dueOn),
    };
    return { key: `${kind}:${subject.id}`, expected };
  });
};
