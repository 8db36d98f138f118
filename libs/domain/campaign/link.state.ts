import { unreachable, type CivilDate, type Id, type PersonId, type Recorded } from '../kernel/kernel';
import type { CampaignState } from './campaign.state';
import { person } from './doer';
import type { LinkEvent } from './link.events';

/** A problem of another campaign that answers an item of this one. */
export interface Link {
  item: string;
  campaignId: Id;
  problemId: Id;
  /** Its permanent number there. */
  code: string;
  by: PersonId;
  on: CivilDate;
}

export interface LinkState {
  /** In the order in which they were made. */
  links: Link[];
}

export const noLinks = (): LinkState => ({ links: [] });

type Named = Pick<Link, 'item' | 'campaignId' | 'problemId'>;

export const isSameLink = (a: Named, b: Named): boolean =>
  a.item === b.item && a.campaignId === b.campaignId && a.problemId === b.problemId;

export const evolveLink = (draft: CampaignState, { type, data }: LinkEvent, recorded: Recorded): void => {
  switch (type) {
    case 'ProblemLinked': {
      const { item, campaignId, problemId, code, on } = data;
      draft.links.push({ item, campaignId, problemId, code, by: person(recorded), on });
      return;
    }
    case 'ProblemUnlinked':
      draft.links = draft.links.filter((link) => !isSameLink(link, data));
      if (!isFound(draft, data.item) && draft.answers[data.item]?.answer === 'problem')
        delete draft.answers[data.item];
      return;
    default:
      return unreachable(type);
  }
};

/** Whether something at this item says 有此问题: a report of its own, or a link. */
export const isFound = (
  {
    links,
    order,
    problems,
  }: {
    readonly links: readonly Named[];
    readonly order: readonly Id[];
    readonly problems: Readonly<Record<Id, { readonly item: string }>>;
  },
  item: string,
): boolean => links.some((link) => link.item === item) || order.some((id) => problems[id]?.item === item);
