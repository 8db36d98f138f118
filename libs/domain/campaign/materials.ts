import type { DeepReadonly } from '../kernel/kernel';
import type { TemplateDefinition } from '../template/template.definition';
import type { Expected } from './launch-preview';

export interface Materials {
  /** The records that the items say are looked at, each named once. An answer hands none of them in. */
  readonly looked: readonly string[];
  /** Texts that have to be written anew. */
  readonly written: number;
}

/** What a launch asks for in papers, as far as its template says it: whether a unit has them already nobody knows here. */
export const materialsOf = (
  aspects: DeepReadonly<TemplateDefinition['aspects']>,
  owed: readonly Pick<Expected, 'kind'>[],
): Materials => ({
  looked: [...new Set(aspects.flatMap(({ items }) => items.flatMap((item) => item.minimumEvidence ?? [])))],
  written: owed.filter(({ kind }) => kind === 'draftPledgeText').length,
});
