import type { CivilDate } from '../kernel/kernel';
import { remembering } from '../kernel/remembering';
import type { Subject } from '../obligation/obligation';
import { basisHash, problemListBasis, stageHash, summaryBasis } from './basis';
import type { PlannedAspect } from './campaign.plan';
import { awaitingVote, type Campaign } from './campaign.state';
import * as duties from './duties';
import { isExitMet, isSummaryApproved } from './exit-conditions';
import { act, owe, type Owed } from './owe';
import { owedForVote } from './owed.vote';
import {
  isNilReturn,
  isScreened,
  isSupplementary,
  nextStep,
  opensOn,
  stepMatter,
  stageOf,
  stepHolder,
} from './stages';

/** The answers of a screening, then its confirmation or nil return. */
export const owedForScreening = (campaign: Campaign): readonly Owed[] => {
  const { plan, stages, screening, assigned, answers, links } = campaign;
  const stage = stageOf(campaign, 'screening');
  if (stage.closed || screening || opensOn(campaign, 'screening') === null) return [];
  const rest = [plan, stages, assigned, links, outcomeOfReports(campaign), isScreened(campaign)];
  return ofScreening(answers, rest, () => screeningOwes(campaign, stage));
};

const ofScreening = remembering<Campaign['answers'], readonly Owed[]>();

/** What a screening's basis takes of the reports: a text to compare by. */
const outcomeOfReports = ({ order, problems }: Campaign): string =>
  order.map((id) => [id, problems[id]?.textHash, problems[id]?.number].join(' ')).join();

const screeningOwes = (campaign: Campaign, stage: Campaign['stages'][number]): readonly Owed[] => {
  const answers = campaign.plan.aspects.flatMap((aspect) =>
    [false, true].flatMap((clue) => answerCheckItems(campaign, aspect, clue, stage)),
  );
  if (!isScreened(campaign)) return answers;
  const basis = stageHash(campaign, 'screening');
  const command = isNilReturn(campaign) ? 'SignNilReturn' : 'ConfirmScreening';
  return [
    owe(
      campaign,
      'confirmScreening',
      { type: 'stage', id: 'screening' },
      {
        round: stage.round,
        holder: duties.secretary(),
        from: opensOn(campaign, 'screening'),
        action: act(command, { basisHash: basis }),
      },
    ),
  ];
};

const answerCheckItems = (
  campaign: Campaign,
  aspect: PlannedAspect,
  clue: boolean,
  stage: Campaign['stages'][number],
): Owed[] => {
  const open = aspect.items.filter(
    (item) => item.clue === clue && ['toCheck', undefined].includes(campaign.answers[item.code]?.answer),
  );
  if (open.length === 0) return [];
  return [
    owe(
      campaign,
      'answerCheckItem',
      { type: 'aspect', id: clue ? `${aspect.code}-clue` : aspect.code },
      {
        round: stage.round,
        holder: duties.answerer(campaign, aspect.code, clue),
        from: opensOn(campaign, 'screening'),
        until: answerBy(campaign, aspect, stage),
        action: act('AnswerCheckItems', { answers: open.map(({ code }) => ({ item: code })) }),
      },
    ),
  ];
};

/**
 * The day that the launch gave an aspect where it spread the answers. It gives way to the stage's end where it no longer
 * lies between a late opening and that end, where the stage was returned, and where another limit was planned since.
 */
const answerBy = (
  campaign: Campaign,
  { answerBy: day }: PlannedAspect,
  { endOn, round }: Campaign['stages'][number],
): CivilDate | null => {
  const from = opensOn(campaign, 'screening');
  const isGiven = round === 1 && campaign.plan.handlingLimits.answerCheckItem === 'stageEnd';
  return day !== undefined && isGiven && from !== null && from < day && day < endOn ? day : null;
};

/** The confirmation of the problem list. */
export const owedForProblemList = (campaign: Campaign): Owed[] => {
  const from = opensOn(campaign, 'problemList');
  const stage = stageOf(campaign, 'problemList');
  const isOpen = from !== null && !stage.closed && !campaign.listed;
  const subject = isOpen ? ({ type: 'stage', id: 'problemList' } as const) : supplement(campaign);
  if (!subject) return [];
  if (campaign.plan.vote) return owedForVote(campaign, campaign.plan.vote, subject, from);
  return [
    owe(campaign, 'confirmProblemList', subject, {
      round: stage.round,
      holder: duties.secretary(),
      from,
      action: act('ConfirmProblemList', { basisHash: basisHash(problemListBasis(campaign)) }),
    }),
  ];
};

/** What came to the settled list, by its first number: what is merged or terminated leaves another question behind. */
const supplement = (campaign: Campaign): Subject | null => {
  const [first] = isSupplementary(campaign) ? awaitingVote(campaign) : [];
  return first ? { type: 'stage', id: `problemList#${first.number}` } : null;
};

/** The approval of the summary's numbers, again where they are no more what was approved. */
export const owedForSummary = (campaign: Campaign): Owed[] => {
  const from = opensOn(campaign, 'summary');
  if (from === null || stageOf(campaign, 'summary').closed || isSummaryApproved(campaign)) return [];
  return [
    owe(
      campaign,
      'approveSummary',
      { type: 'stage', id: 'summary' },
      {
        round: campaign.summaryRound,
        holder: duties.secretary(),
        from,
        action: act('ApproveSummary', { basisHash: basisHash(summaryBasis(campaign)) }),
      },
    ),
  ];
};

/** The chains of stages: owed step by step once a stage is open and its exit rule is met. */
export const owedForChains = (campaign: Campaign): Owed[] =>
  campaign.stages.filter(({ closed }) => closed === null).flatMap((stage) => owedForChain(campaign, stage));

const owedForChain = (campaign: Campaign, at: Campaign['stages'][number]): Owed[] => {
  const { kind, round } = at;
  const from = opensOn(campaign, kind);
  if (from === null || !isExitMet(campaign, kind)) return [];
  const hash = stageHash(campaign, kind);
  const step = nextStep(at, hash);
  const stage = { stage: kind, basisHash: hash };
  const matter = stepMatter(campaign, kind, step);
  const details = {
    ...{ round, from, stage: kind },
    holder: stepHolder(campaign, kind, step),
    action:
      matter.kind === 'signOffCampaign'
        ? act('SignOffCampaign', { basisHash: hash })
        : act('ApproveStage', stage),
    alternatives: [act('ReturnStage', stage)],
  };
  return [owe(campaign, matter.kind, matter.subject, details)];
};
