import {
  calendarDecider,
  campaignDecider,
  directoryDecider,
  templateDecider,
  type CalendarState,
  type CampaignState,
  type DeepReadonly,
  type DirectoryState,
  type Message,
  type Recorded,
  type TemplateState,
} from '@rectify/domain';
import type { RecordedEvent } from '@rectify/event-store';
import { campaignStream, read, type Aggregate } from '@rectify/read-models';
import { produce } from 'immer';
import type { Target } from './application';
import { frozen } from './frozen';
import type { Folded } from './state-cache';

export interface StateOf {
  campaign: DeepReadonly<CampaignState>;
  directory: DeepReadonly<DirectoryState>;
  template: DeepReadonly<TemplateState>;
  calendar: DeepReadonly<CalendarState>;
}

export const DIRECTORY = 'directory/main';
export const CALENDAR = 'calendar/cn';
export const templateStream = (slug: string): string => `template/${slug}`;

export const streamOf = (target: Target): string => {
  switch (target.aggregate) {
    case 'campaign':
      return campaignStream(target.id);
    case 'directory':
      return DIRECTORY;
    case 'template':
      return templateStream(target.slug);
    case 'calendar':
      return CALENDAR;
  }
};

/** An aggregate's way from one state to the next, whatever its types. */
interface Evolving {
  readonly initialState: () => object;
  readonly evolve: (draft: object, event: Message, recorded: Recorded) => void;
}

const deciders = {
  campaign: campaignDecider,
  directory: directoryDecider,
  template: templateDecider,
  calendar: calendarDecider,
} as unknown as Readonly<Record<Aggregate, Evolving>>;

export const nothing = (aggregate: Aggregate): Folded<unknown> => ({
  version: 0,
  hash: '',
  state: frozen(deciders[aggregate].initialState()),
});

/** The state behind some more events, sharing with the state before it what they did not change. */
export const evolved = <State extends StateOf[Aggregate]>(
  aggregate: Aggregate,
  state: State,
  entries: readonly (Recorded & { readonly event: Message })[],
): State =>
  entries.length === 0
    ? state
    : produce(state, (draft: object) => {
        for (const { event, ...recorded } of entries) deciders[aggregate].evolve(draft, event, recorded);
      });

/**
 * Folds events onto what is cached. From the start it evolves a bare object that nobody else holds and freezes it once:
 * copies for each of thousands of events would be quadratic. Throws `UpgradeNeeded`.
 */
export const foldOnto = (
  aggregate: Aggregate,
  cached: Folded<unknown> | undefined,
  tail: readonly RecordedEvent[],
): Folded<unknown> => {
  const last = tail.at(-1);
  if (!last) return cached ?? nothing(aggregate);
  const entries = tail.map((recorded) => {
    const { version, at, actor } = recorded;
    return { event: read(aggregate, recorded) as Message, version, at, actor };
  });
  const { version, hash } = last;
  if (cached && cached.version > 0)
    return { version, hash, state: evolved(aggregate, cached.state as StateOf[Aggregate], entries) };
  const state = deciders[aggregate].initialState();
  for (const { event, ...recorded } of entries) deciders[aggregate].evolve(state, event, recorded);
  return { version, hash, state: frozen(state) };
};
