import type { TechnicalFactsView } from '@rectify/contracts';

export const TECHNICAL_FACTS = Symbol('technical facts');

/** All that the administrator's part of the program is given: one question, answered by a role that can ask nothing else. */
export interface TechnicalFacts {
  readonly read: () => Promise<TechnicalFactsView>;
}
