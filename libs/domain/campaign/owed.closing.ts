import type { CommandType } from '../authority/matrix';
import { addDays } from '../calendar/civil-date';
import type { Action, ObligationKind } from '../obligation/obligation';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import { closingHolder, closingStep, isObjectionUpheld, type ClosingStep } from './closing-steps';
import { act, owe, type Owed } from './owe';

const kinds: {
  readonly [step in ClosingStep]: { readonly kind: ObligationKind; readonly command: CommandType };
} = {
  review: { kind: 'reviewCompletion', command: 'PassReview' },
  check: { kind: 'checkOnSite', command: 'RecordCheck' },
  accept: { kind: 'acceptCompletion', command: 'AcceptCompletion' },
  notice: { kind: 'postPublicNotice', command: 'PostPublicNotice' },
  signOff: { kind: 'signOffProblem', command: 'SignOffProblem' },
};

/** The one step that a claim waits for. Whoever's turn it is may give the claim back instead. */
export const owedForClosing = (campaign: Campaign, problem: ReadonlyProblem): Owed[] => {
  const step = closingStep(campaign, problem);
  if (step === null) return [];
  const { id: problemId, claimRound: round, claim, notice } = problem;
  const { kind, command } = kinds[step];
  const claimed = { problemId, basisHash: claim?.hash ?? '' };
  const giveBack = act('ReturnClaim', claimed);
  const holder = closingHolder[step](campaign, problem);
  const one = (
    subject: string,
    action: Action,
    more: { alternatives?: Action[]; from?: string } = {},
  ): Owed[] => [
    owe(campaign, kind, { type: 'problem', id: subject, problemId }, { round, holder, action, ...more }),
  ];
  if (!notice) return one(problemId, act(command, claimed), { alternatives: [giveBack] });
  // Each of these begins on a day of its own, so each has a key of its own.
  if (isObjectionUpheld(problem)) return one(`${problemId}#objection`, giveBack);
  return one(`${problemId}#notice`, act(command, claimed), {
    alternatives: [giveBack],
    from: addDays(notice.to, 1),
  });
};
