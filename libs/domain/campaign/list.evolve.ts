import { unreachable, type Recorded } from '../kernel/kernel';
import type { CampaignState } from './campaign.state';
import { deed, person } from './doer';
import type { ListEvent } from './list.events';
import { newProblem, reportedProblem } from './report.evolve';
import { endVote } from './vote.evolve';

/** What becomes of the list before it is frozen. The votes on it as it was are void: they were on another basis. */
export const evolveList = (draft: CampaignState, { type, data }: ListEvent, recorded: Recorded): void => {
  switch (type) {
    case 'ProblemCorrected': {
      const { item, aspect, title, detail, textHash } = data;
      Object.assign(reportedProblem(draft, data), { item, aspect, title, detail, textHash });
      return endVote(draft);
    }
    case 'ProblemMerged':
      Object.assign(reportedProblem(draft, data), {
        status: 'merged',
        awaitsVote: false,
        goneInto: { ...deed(recorded, data), problems: [data.into], reason: data.reason },
      });
      return endVote(draft);
    case 'ProblemSplit':
      Object.assign(reportedProblem(draft, data), {
        status: 'split',
        goneInto: { ...deed(recorded, data), problems: [...data.parts], reason: data.reason },
      });
      return endVote(draft);
    case 'PartIncluded': {
      const { problemId: id, partOf, item, aspect, title, detail, textHash, number, code, reason, on } = data;
      const whole = reportedProblem(draft, { problemId: partOf });
      draft.order.push(id);
      draft.lastNumber = number;
      draft.problems[id] = {
        ...newProblem({ id, item, aspect, title, detail, textHash, reported: { ...whole.reported } }),
        status: 'included',
        triage: { reason, by: person(recorded), on },
        number,
        code,
        partOf,
        awaitsVote: whole.awaitsVote,
      };
      return;
    }
    default:
      return unreachable(type);
  }
};
