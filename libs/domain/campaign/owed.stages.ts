import { remembering } from '../kernel/remembering';
import { basisHash, outcomeOfReports, problemListBasis, screeningHash, stageHash } from './basis';
import type { StageInUse } from './campaign.events';
import type { PlannedAspect } from './campaign.plan';
import type { Campaign } from './campaign.state';
import * as duties from './duties';
import { act, owe, type Owed } from './owe';
import {
  chainLength,
  currentStage,
  isExitMet,
  isNilReturn,
  isScreened,
  nextStep,
  opensOn,
  stageOf,
  stepHolder,
} from './stages';

/** The answers of a screening, then its confirmation or nil return. */
export const owedForScreening = (campaign: Campaign): readonly Owed[] => {
  const { plan, stages, screening, assigned, answers } = campaign;
  const stage = stageOf(campaign, 'screening');
  if (stage.closed || screening) return [];
  const rest = [plan, stages, assigned, outcomeOfReports(campaign), isScreened(campaign)];
  return ofScreening(answers, rest, () => screeningOwes(campaign, stage));
};

const ofScreening = remembering<Campaign['answers'], readonly Owed[]>();

const screeningOwes = (campaign: Campaign, stage: Campaign['stages'][number]): readonly Owed[] => {
  const answers = campaign.plan.aspects.flatMap((aspect) =>
    [false, true].flatMap((clue) => answerCheckItems(campaign, aspect, clue, stage.round)),
  );
  if (!isScreened(campaign)) return answers;
  const basis = screeningHash(campaign);
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
  round: number,
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
        round,
        holder: duties.answerer(campaign, aspect.code, clue),
        from: opensOn(campaign, 'screening'),
        action: act('AnswerCheckItems', { answers: open.map(({ code }) => ({ item: code })) }),
      },
    ),
  ];
};

/** The confirmation of the problem list. */
export const owedForProblemList = (campaign: Campaign): Owed[] => {
  const from = opensOn(campaign, 'problemList');
  const stage = stageOf(campaign, 'problemList');
  if (from === null || stage.closed || campaign.listed) return [];
  return [
    owe(
      campaign,
      'confirmProblemList',
      { type: 'stage', id: 'problemList' },
      {
        round: stage.round,
        holder: duties.secretary(),
        from,
        action: act('ConfirmProblemList', { basisHash: basisHash(problemListBasis(campaign)) }),
      },
    ),
  ];
};

/** The chains of stages: owed step by step once a stage is open and its exit rule is met. */
export const owedForChains = (campaign: Campaign): Owed[] => {
  const current = currentStage(campaign);
  if (!current) return [];
  const kind: StageInUse = current.kind;
  const from = opensOn(campaign, kind);
  if (from === null || !isExitMet(campaign, kind)) return [];
  const hash = stageHash(campaign, kind);
  const step = nextStep(current, hash);
  const holder = stepHolder(campaign, kind, step);
  const stage = { stage: kind, basisHash: hash };
  const alternatives = [act('ReturnStage', stage)];
  const isSignOff = kind === 'signOff' && step === chainLength(campaign, kind) - 1;
  if (isSignOff) {
    return [
      owe(
        campaign,
        'signOffCampaign',
        { type: 'campaign', id: campaign.id },
        {
          round: current.round,
          holder,
          from,
          action: act('SignOffCampaign', { basisHash: hash }),
          alternatives,
        },
      ),
    ];
  }
  return [
    owe(
      campaign,
      'approveStage',
      { type: 'stage', id: `${kind}#${step}` },
      {
        round: current.round,
        holder,
        from,
        stage: kind,
        action: act('ApproveStage', stage),
        alternatives,
      },
    ),
  ];
};
