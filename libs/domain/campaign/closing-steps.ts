import type { Holder } from '../obligation/obligation';
import type { StepUse } from '../template/rectification';
import type { Campaign, ReadonlyProblem } from './campaign.state';
import { acceptor, checker, reviewer, signer } from './duties';
import { rulesOf } from './rectification.state';

/** 审核 → 核查? → 验收 → 公示? → 销号: what a claim waits for. */
export type ClosingStep = 'review' | 'check' | 'accept' | 'notice' | 'signOff';

/** Whether the plan has an on-site check, and whether it is a must. */
export const checkUse = (campaign: Campaign): StepUse => rulesOf(campaign).onSiteCheck;

/** Whether the plan has a public notice; one made before plans said so has none. */
export const noticeUse = ({ plan }: Campaign): StepUse => plan.publicNotice ?? 'off';

/** Whose turn a claim is; null where nothing is claimed or it is closed. */
export const closingStep = (campaign: Campaign, { status, checked }: ReadonlyProblem): ClosingStep | null => {
  switch (status) {
    case 'claimed':
      return 'review';
    case 'reviewed':
      return checkUse(campaign) === 'required' && checked === null ? 'check' : 'accept';
    case 'accepted':
      return noticeUse(campaign) === 'required' ? 'notice' : 'signOff';
    case 'noticed':
      return 'signOff';
    default:
      return null;
  }
};

/** Who takes a step of the closing. The notice is the signer's: it stands between acceptance and sign-off. */
export const closingHolder: {
  readonly [step in ClosingStep]: (campaign: Campaign, problem: ReadonlyProblem) => Holder;
} = { review: reviewer, check: checker, accept: acceptor, notice: signer, signOff: signer };

/** Somebody's objection to the notice was found right: the claim is given back, not signed. */
export const isObjectionUpheld = ({ notice }: ReadonlyProblem): boolean =>
  notice?.objections.some(({ outcome }) => outcome === 'upheld') ?? false;
