import type { PersonId } from '../kernel/kernel';
import type { Holder } from '../obligation/obligation';
import { PLEDGE } from '../template/activity.kinds';
import {
  askedOnce,
  isPledgeAsked,
  pledgesToCompare,
  proposedOn,
  stageFor,
  type AskedActivity,
} from './activities';
import type { Campaign } from './campaign.state';
import * as duties from './duties';
import { act, owe, type Owed } from './owe';
import { opensOn } from './stages';

/** Activities to plan and to hold, a pledge to draft, to sign and to compare. */
export const owedForActivities = (campaign: Campaign): Owed[] => [
  ...askedOnce(campaign).flatMap((asked) => toPlan(campaign, asked)),
  ...Object.entries(campaign.activities).flatMap(([id, { kind, nth, plannedOn, held }]) =>
    held
      ? []
      : [
          owe(
            campaign,
            'holdActivity',
            { type: 'activity', id },
            {
              round: 1,
              holder: duties.activityOwner(campaign, kind, id),
              own: plannedOn,
              action: act('RecordActivity', { kind, nth }),
              alternatives: [act('PlanActivity', { kind, nth, plannedOn })],
            },
          ),
        ],
  ),
  ...toDraft(campaign),
  ...toSign(campaign),
  ...toCompare(campaign),
];

/** Planning what the template asks for arises with the opening of its stage. */
const toPlan = (campaign: Campaign, { id, kind, nth, stage }: AskedActivity): Owed[] => {
  const from = opensOn(campaign, stage.kind);
  if (from === null || campaign.activities[id]) return [];
  return [
    owe(
      campaign,
      'planActivity',
      { type: 'activity', id },
      {
        round: 1,
        holder: duties.activityOwner(campaign, kind, id),
        from,
        stage: stage.kind,
        action: act('PlanActivity', { kind, nth, plannedOn: proposedOn(campaign, stage) }),
      },
    ),
  ];
};

const toDraft = (campaign: Campaign): Owed[] => {
  const asked = campaign.plan.activities?.find(({ kind }) => kind === PLEDGE);
  if (!asked || campaign.pledge || !isPledgeAsked(campaign)) return [];
  const stage = stageFor(campaign, asked.stage);
  const from = opensOn(campaign, stage.kind);
  if (from === null) return [];
  return [
    owe(
      campaign,
      'draftPledgeText',
      { type: 'pledge', id: PLEDGE },
      {
        round: 1,
        holder: duties.activityOwner(campaign, PLEDGE, PLEDGE),
        from,
        stage: stage.kind,
        action: act('DraftPledgeText'),
      },
    ),
  ];
};

/** Whom the drafting named: an assignment, of which nobody relieves them but another list. */
const named = (person: PersonId): Holder => ({ duty: null, person, posts: [], not: [], apartFrom: [] });

const toSign = (campaign: Campaign): Owed[] => {
  const { pledge } = campaign;
  if (!pledge) return [];
  return pledge.people
    .filter((person) => pledge.signed[person]?.hash !== pledge.hash)
    .map((person) =>
      owe(
        campaign,
        'signPledge',
        { type: 'pledge', id: person },
        {
          round: pledge.version,
          holder: named(person),
          action: act('SignPledge', { basisHash: pledge.hash }),
        },
      ),
    );
};

/** In December what was pledged is held against what was done: by the secretary, of the secretary by the unit above. */
const toCompare = (campaign: Campaign): Owed[] => {
  const { pledge } = campaign;
  if (!pledge) return [];
  return pledgesToCompare(campaign).map(({ person, year }) =>
    owe(
      campaign,
      'comparePledge',
      { type: 'pledge', id: person },
      {
        round: pledge.version,
        holder: duties.pledgeComparer(person),
        from: `${year}-12-01`,
        own: `${year}-12-31`,
        action: act('ComparePledge', { person, basisHash: pledge.hash }),
      },
    ),
  );
};
