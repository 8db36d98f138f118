import {
  currentStage,
  instantAt,
  obligations,
  optionalStageKinds,
  type CampaignCommand,
  type CivilDate,
  type Obligation,
} from '@rectify/domain';
import {
  attend,
  driveCampaign,
  lookAt,
  sendTo,
  type Driven,
  type Seen,
} from '../../libs/testing/drive-campaign';
import { campaignNo } from '../../libs/testing/sending';
import { discharge, type Findings } from '../../libs/testing/walk-campaign';
import { inStep } from './in-step';
import type { StormBranch } from './organisation';

/** The day on which everything falls due: a Thursday in the midst of the stage “deadlines”. */
export const DUE_ON: CivilDate = '2026-06-11';
/** The day before, after its own rung has fallen due. */
const EVE: CivilDate = '2026-06-10';
const STARTS: CivilDate = '2026-03-03';
const ITEMS = ['B1-1', 'B1-2', 'B2-3', 'B3-1', 'B5-1'];

export interface CampaignsWanted {
  readonly branches: readonly StormBranch[];
  readonly campaigns: number;
  /** Of each campaign; two a problem: the measure and the claim. */
  readonly obligations: number;
  readonly forwardTo: (instant: string) => Promise<void>;
}

/**
 * Campaigns in the midst of their work, made by nothing but commands through the one write path, up to the eve of the day
 * on which all that they owe falls due; what their processes had to do until then is done here.
 */
export const makeCampaigns = async (
  driven: Driven,
  { branches, campaigns, obligations: owed, forwardTo }: CampaignsWanted,
): Promise<readonly string[]> => {
  const findings = findingsFor(owed / 2);
  const ids = Array.from({ length: campaigns }, (_, index) => campaignNo(index + 1));
  for (const [index, campaignId] of ids.entries()) {
    const { unitId, secretary } = branches[index % branches.length] as StormBranch;
    const serial = Math.floor(index / branches.length) + 1;
    const data = { campaignId, unitId, template: 'bland-casual', serial, startOn: STARTS };
    await sendTo(driven, secretary, {
      ...{ aggregate: 'campaign', id: campaignId },
      command: { type: 'LaunchCampaign', data: { ...data, leaveOut: optionalStageKinds } },
    });
  }
  const clock = inStep(campaigns, forwardTo);
  const seen = await Promise.all(
    ids.map((campaignId) =>
      driveCampaign(driven, {
        ...{ campaignId, findings, forwardTo: clock.forwardTo, instead, except: LEFT_UNDONE },
        until: ({ campaign }) => currentStage(campaign)?.kind === 'deadlines',
      }).finally(clock.leave),
    ),
  );
  for (const one of seen) expectOwed(one, owed);
  await forwardTo(instantAt(EVE, '18:00'));
  await Promise.all(ids.map(async (id) => attend(driven, id, await lookAt(driven, id))));
  return ids;
};

const LEFT_UNDONE: readonly Obligation['kind'][] = ['finishMeasure', 'claimCompletion'];

/** Everything is put right within a limit, and by the same day. */
const instead = (obligation: Obligation): CampaignCommand | null => {
  if (obligation.kind !== 'issueProblem' && obligation.kind !== 'submitPlan') return null;
  const usual = discharge(obligation);
  if (usual.type === 'IssueProblem')
    return { type: usual.type, data: { problemId: usual.data.problemId, fixType: 'timeLimited' } };
  if (usual.type !== 'SubmitPlan') return null;
  const measures = usual.data.measures.map((measure) => ({ ...measure, dueOn: DUE_ON }));
  return { type: usual.type, data: { ...usual.data, measures, dueOn: DUE_ON } };
};

const findingsFor = (problems: number): Findings => {
  const titles: Record<string, string[]> = {};
  for (let n = 0; n < problems; n += 1) {
    const item = ITEMS[n % ITEMS.length] as string;
    (titles[item] ??= []).push(`${item} 之问题${titles[item]?.length ?? 0}`);
  }
  return titles;
};

const expectOwed = ({ campaign }: Seen, owed: number): void => {
  const due = obligations(campaign).filter(({ dueOn }) => dueOn === DUE_ON);
  if (due.length !== owed || due.length !== obligations(campaign).length)
    throw new Error(`${campaign.code} owes ${due.length} by ${DUE_ON}, not ${owed}`);
};
