import type { CampaignListItem, CampaignView } from '@rectify/contracts';
import {
  civilDateOf,
  forcedStages,
  instantAt,
  isOverdue,
  mayRead,
  obligations,
  react,
  rulesOf,
  stageOf,
  summaryCounts,
  unitOf,
  type Campaign,
  type Directory,
  type Rung,
} from '@rectify/domain';
import type { BoardRow, UnitCounts } from '@rectify/read-models';
import type { Seen } from '../access/campaign-access';
import { shownSums, type Shows } from './shown-counts';

export const unitRef = (directory: Directory, id: string): CampaignListItem['unit'] => {
  const unit = unitOf(directory, id);
  return { id, code: unit?.code ?? '', name: unit?.name ?? '' };
};

/** One line of the board. Only the own units' rows are shown, and their numbers as they are. */
export const listItem = (row: BoardRow, overdue: number, directory: Directory): CampaignListItem => ({
  id: row.campaign_id,
  code: row.code,
  title: row.title,
  titleEn: row.title_en,
  unit: unitRef(directory, row.unit_id),
  status: row.status,
  stage: row.stage,
  stages: row.stages.map(({ kind }) => kind),
  startOn: row.start_on,
  endOn: row.stages.at(-1)?.endOn ?? row.start_on,
  counts: {
    reported: row.reported,
    problems: row.included,
    measures: row.measures,
    closed: row.closed,
    closedLate: row.closed_late,
    judged: row.judged,
    relapsed: row.relapsed,
  },
  overdue,
  forced: row.stages.filter(({ how }) => how === 'forced').map(({ kind }) => kind),
  access: 'records',
});

export const countsOfUnit = (counts: UnitCounts, directory: Directory) => ({
  unit: unitRef(directory, counts.unit_id),
  campaigns: counts.campaigns,
  open: counts.open,
  ...shownSums(counts),
});

const countsOf = (campaign: Campaign, { summed, single }: Shows): CampaignView['counts'] => {
  const { problems, measures, closed, closedLate, judged, relapsed } = summaryCounts(campaign);
  return {
    reported: single(campaign.order.length),
    problems: summed('included', problems),
    measures: summed('measures', measures),
    closed: summed('closed', closed),
    closedLate: summed('closed_late', closedLate),
    judged: summed('judged', judged),
    relapsed: summed('relapsed', relapsed),
  };
};

const aspectsOf = (campaign: Campaign): CampaignView['aspects'] =>
  campaign.plan.aspects.map(({ code, name, items }) => ({
    code,
    name,
    items: items.map((item) => ({ ...item, answer: campaign.answers[item.code]?.answer ?? null })),
  }));

const runningVote = ({ vote }: Campaign): CampaignView['vote'] =>
  vote?.how === 'cast' ? { eligible: vote.seats.length, voted: vote.ballots.length } : null;

const rungView = ({ to, copy, ...rung }: Rung) => ({
  ...rung,
  to: [...to],
  ...(copy === undefined ? {} : { copy: [...copy] }),
});

const laddersOf = ({ plan: { ladders } }: Campaign): CampaignView['ladders'] => ({
  work: ladders.work.map(rungView),
  decision: ladders.decision.map(rungView),
  answer: ladders.answer.map(rungView),
});

type Part = Pick<CampaignView, 'access' | 'asOf' | 'linked' | 'obligations' | 'actions'>;
type As = Pick<Seen, 'standing' | 'scope'> & { readonly shows: Shows };

/** A campaign as it stands, or stood: the same fold, the same view. */
export const campaignView = ({ standing, scope, shows }: As, part: Part): CampaignView => {
  const { campaign, version, calendar, directory } = standing;
  // Of a day that is over: what was late and which stage was open at its end, not what has fallen due since.
  const now = part.asOf === null ? standing.now : instantAt(part.asOf, '23:59');
  const { stage, road, wake } = react(campaign, now, calendar);
  const today = civilDateOf(now);
  return {
    id: campaign.id,
    code: campaign.code,
    title: campaign.plan.title,
    titleEn: campaign.plan.titleEn,
    unit: unitRef(directory, campaign.unitId),
    status: campaign.status === 'none' ? 'open' : campaign.status,
    stage,
    stages: campaign.stages.map(({ kind }) => kind),
    startOn: campaign.plan.startOn,
    endOn: campaign.stages.at(-1)?.endOn ?? campaign.plan.startOn,
    counts: countsOf(campaign, shows),
    overdue: shows.single(obligations(campaign).filter((each) => isOverdue(each, today)).length),
    forced: forcedStages(campaign).map((each) => each.stage),
    version,
    template: campaign.plan.template,
    launchedOn: campaign.launchedOn,
    signedOffOn: campaign.signedOffOn,
    road: road.map((at) => {
      const { startOn, endOn, closed } = stageOf(campaign, at.stage);
      const reason = mayRead('F1', scope, { unit: campaign.unitId }) ? (closed?.reason ?? null) : null;
      return { ...at, startOn, endOn, closedOn: closed?.on ?? null, how: closed?.how ?? null, reason };
    }),
    nextWakeAt: part.asOf === null ? (wake?.at ?? null) : null,
    aspects: part.access === 'records' ? aspectsOf(campaign) : [],
    vote: part.access === 'records' ? runningVote(campaign) : null,
    grantable: [...rulesOf(campaign).grantable],
    ladders: part.access === 'records' ? laddersOf(campaign) : null,
    ...part,
  };
};
