import {
  addDays,
  civilDateOf,
  instantAt,
  react,
  type CampaignCommand,
  type Instant,
  type Obligation,
} from '@rectify/domain';
import { meetingVote } from './model-commands';
import { attend, lookAt, type Drive, type Driven } from './drive-campaign';

/** What an alternative needs besides its defaults. */
const words: Readonly<Record<string, object>> = {
  ReturnPlan: { missing: '措施没有对应原因' },
  ReturnClaim: { missing: '缺少会议记录' },
  RefuseExtension: { reason: '可以按期完成' },
  ReturnStage: { reason: '请补充说明' },
  ReportProgress: { text: '已完成初稿' },
};

/**
 * Takes the first alternative of each kind of obligation once before the obligation is discharged: plans, claims and
 * stages are returned, progress is reported; the first report is left out and the second issued for at once.
 */
export const detours = (): NonNullable<Drive['instead']> => {
  const taken = new Set<string>();
  const once = (name: string): boolean => !taken.has(name) && taken.add(name).size > 0;
  return ({ kind, action, alternatives, subject }: Obligation, seen) => {
    const { problemId = '' } = subject;
    if (kind === 'triageProblem' && once(kind)) return triageOut(problemId);
    if (kind === 'issueProblem' && once(kind))
      return { type: 'IssueProblem', data: { problemId, fixType: 'immediate' } };
    const [other] = alternatives;
    if (!other || !once(kind)) return null;
    if (other.command === 'RecordMeetingVote') return meetingVote(seen, String(other.defaults['basisHash']));
    return {
      type: other.command,
      data: { ...action.defaults, ...other.defaults, ...words[other.command] },
    } as CampaignCommand;
  };
};

const triageOut = (problemId: string): CampaignCommand => ({
  type: 'TriageProblem',
  data: { problemId, decision: 'exclude', reason: '不属于本次整治范围' },
});

/** Lets days pass in which nobody does anything but the process, to whatever it wakes for. */
export const idle = async (
  driven: Driven,
  campaignId: string,
  days: number,
  forwardTo: (instant: Instant) => Promise<void>,
): Promise<void> => {
  const first = await lookAt(driven, campaignId);
  const until = instantAt(addDays(civilDateOf(first.now), days), '10:00');
  for (let seen = first; seen.now < until; seen = await lookAt(driven, campaignId)) {
    while (await attend(driven, campaignId, await lookAt(driven, campaignId)));
    const { campaign, now, calendar } = seen;
    const wake = react(campaign, now, calendar).wake?.at ?? until;
    await forwardTo(wake < until ? wake : until);
  }
};
