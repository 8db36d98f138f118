import type { PlannedStage } from './campaign.plan';
import type { StageInUse } from './campaign.events';

type Terms = Pick<PlannedStage, 'opens' | 'exit' | 'vacuousWhenNoProblem'>;
type First = 'screening' | 'problemList' | 'measures' | 'deadlines' | 'signOff';

/**
 * What plans meant that were launched before stages carried their own terms. Never changed: campaigns in the log rest on
 * it. A plan of today says all of it itself.
 */
const firstTerms: { readonly [kind in First]: Terms } = {
  screening: {
    opens: { on: 'closed', of: 'previous' },
    exit: [
      'everyItemAnswered',
      'noItemToCheck',
      'everyProblemTriaged',
      'screeningConfirmedOrNilReturnSigned',
    ],
    vacuousWhenNoProblem: false,
  },
  problemList: {
    opens: { on: 'closed', of: 'screening' },
    exit: ['listConfirmedByVote', 'everyListedProblemIssued'],
    vacuousWhenNoProblem: true,
  },
  measures: {
    opens: { on: 'closed', of: 'problemList' },
    exit: ['everyProblemAcknowledged', 'everyPlanApprovedOrImmediate', 'everyPlanHasDeadline'],
    vacuousWhenNoProblem: true,
  },
  deadlines: {
    opens: { on: 'closed', of: 'measures' },
    exit: ['everyProblemClaimedOrSustained'],
    vacuousWhenNoProblem: true,
  },
  signOff: {
    opens: { on: 'opened', of: 'deadlines' },
    exit: ['everyProblemClosedOrSustained', 'noExtensionOrReturnOpen'],
    vacuousWhenNoProblem: false,
  },
};

const isFirst = (kind: StageInUse): kind is First => Object.hasOwn(firstTerms, kind);

/** A stage of a launched plan with its terms, whichever version of the program launched it. */
export const withTerms = (stage: PlannedStage): PlannedStage =>
  isFirst(stage.kind) ? { ...firstTerms[stage.kind], ...stage } : stage;
