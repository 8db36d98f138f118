import type { DeepReadonly, Recorded } from '../kernel/kernel';
import type { TemplateDefinition } from './template.definition';
import type { TemplateEvent } from './template.events';

/** Only the latest version is launched from; campaigns carry their own plan, and the log keeps every version. */
export interface TemplateState {
  slug: string | null;
  /** 0 before the first is published. */
  version: number;
  latest: TemplateDefinition | null;
}

/** What everybody else reads. */
export type Template = DeepReadonly<TemplateState>;

export const initialState = (): TemplateState => ({ slug: null, version: 0, latest: null });

export const evolve = (draft: TemplateState, event: TemplateEvent, _recorded: Recorded): void => {
  switch (event.type) {
    case 'TemplatePublished':
      draft.slug = event.data.definition.slug;
      draft.version = event.data.version;
      draft.latest = event.data.definition;
      return;
  }
};
