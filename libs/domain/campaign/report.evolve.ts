import { unreachable, type Recorded } from '../kernel/kernel';
import type { CampaignEvent, EventData } from './campaign.events';
import type { CampaignState, Problem } from './campaign.state';
import { person, persons } from './doer';
import { newRectification } from './rectification.state';
import { contentChanged, draftStage, returnStage } from './stage.evolve';
import { endVote } from './vote.evolve';
import type { KeptText } from './report-text';

/** A problem from its report to the outcome of its triage. */
export type ReportEvent = Extract<
  CampaignEvent,
  { type: 'ProblemReported' | 'ProblemIncluded' | 'ProblemExcluded' | 'ProblemHandedOver' }
>;

export const evolveReport = (draft: CampaignState, { type, data }: ReportEvent, recorded: Recorded): void => {
  switch (type) {
    case 'ProblemReported':
      return report(draft, data, recorded);
    case 'ProblemIncluded':
      draft.lastNumber = data.number;
      Object.assign(reportedProblem(draft, data), {
        status: 'included',
        number: data.number,
        code: data.code,
        triage: { reason: data.reason, by: person(recorded), on: data.on },
        ...opened(data.text),
      });
      if (data.late) joinLate(draft, reportedProblem(draft, data));
      return;
    case 'ProblemHandedOver':
      Object.assign(reportedProblem(draft, data), {
        status: 'handedOver',
        title: '',
        detail: '',
        sealed: null,
        triage: { reason: '', by: person(recorded), on: data.on },
      });
      return;
    case 'ProblemExcluded':
      Object.assign(reportedProblem(draft, data), {
        status: 'excluded',
        triage: { reason: data.reason, by: person(recorded), on: data.on },
        ...opened(data.text),
      });
      return;
    default:
      return unreachable(type);
  }
};

/** Throws where the log names a problem that it never reported. */
export const reportedProblem = (
  draft: CampaignState,
  { problemId }: { readonly problemId: string },
): Problem => {
  const found = draft.problems[problemId];
  if (!found) throw new Error(`the log names a problem that was not reported: ${problemId}`);
  return found;
};

const report = (draft: CampaignState, data: EventData<'ProblemReported'>, recorded: Recorded): void => {
  const { problemId: id, item, aspect, title, detail, textHash, sealed = null, on } = data;
  foundLate(draft);
  const [by = '', onBehalfOf] = persons(recorded);
  const reported = { by, on, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
  draft.order.push(id);
  draft.problems[id] = { ...newProblem({ id, item, aspect, title, detail, textHash, reported }), sealed };
};

/**
 * What is reported once the screening is confirmed: while its stage is open the screening is confirmed anew; after that
 * the campaign's sign-off waits for its triage.
 */
const foundLate = (draft: CampaignState): void => {
  if (draft.screening === null && draftStage(draft, 'screening').closed === null) return;
  if (draftStage(draft, 'screening').closed === null) return returnStage(draft, 'screening');
  contentChanged(draft, 'signOff');
};

/** What is included late makes the list another: a vote on the list without it is void, and what is signed is asked anew. */
const joinLate = (draft: CampaignState, at: Problem): void => {
  at.awaitsVote = draft.listed !== null || draftStage(draft, 'problemList').closed !== null;
  endVote(draft);
  for (const stage of ['problemList', 'measures', 'deadlines', 'signOff'] as const)
    contentChanged(draft, stage);
};

type Told = Pick<Problem, 'id' | 'item' | 'aspect' | 'title' | 'detail' | 'textHash' | 'reported'>;

/** What was told, and nothing done about it yet. */
export const newProblem = (told: Told): Problem => ({
  ...told,
  sealed: null,
  status: 'reported',
  triage: null,
  number: null,
  code: null,
  goneInto: null,
  awaitsVote: false,
  partOf: null,
  fixType: null,
  issuedOn: null,
  dueOn: null,
  plan: null,
  planRound: 1,
  claimRound: 1,
  comments: 0,
  claim: null,
  missing: null,
  reviewed: null,
  accepted: null,
  closed: null,
  doers: [],
  reviewers: [],
  acceptors: [],
  leads: [],
  ...newRectification(),
});

/** Triage opens what was sealed; a report in clear stays as it is. */
const opened = (text: KeptText | undefined): Partial<Problem> =>
  text ? { title: text.title, detail: text.detail, textHash: text.hash, sealed: null } : {};
