import type { Directory } from '../directory/directory.state';
import type { CivilDate, PersonId, UnitId } from '../kernel/kernel';
import { resolveHolder, type Resolution } from '../obligation/holder';
import { busiest, countByDay } from './busiest';
import type { Campaign } from './campaign.state';
import type { CampaignContext } from './context';
import { launchPreviewOf, type Expected, type Launch, type LaunchPreview } from './launch-preview';

/** What will be owed, with those who are asked for it as the directory stands. */
export interface ExpectedOf extends Expected {
  readonly resolution: Resolution;
  readonly people: readonly PersonId[];
}

export const askedOf = (
  { owed }: LaunchPreview,
  directory: Directory,
  unitId: UnitId,
): readonly ExpectedOf[] =>
  owed.map((each) => {
    const resolution = resolveHolder(each.holder, directory, unitId);
    return { ...each, resolution, people: resolution.people.map(({ personId }) => personId) };
  });

/** The answers spread over some days before the screening ends, and how much then falls due on the busiest day. */
export interface Spread {
  /** It is what the launch asks for already. */
  readonly taken: boolean;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly count: number;
}

interface Asked {
  readonly nothing: Campaign;
  readonly data: Launch['data'];
  readonly context: CampaignContext;
  /** What that launch would set going. */
  readonly preview: LaunchPreview;
}

/** Null where there is nothing to spread, or the busiest day would be as full as before. */
export const spreadOf = ({ nothing, data, context, preview }: Asked): Spread | null => {
  const taken = data.spreadAnswers === true;
  const spread = taken ? preview : shownOf(nothing, { ...data, spreadAnswers: true }, context);
  const days = (spread?.plan.aspects ?? []).flatMap(({ answerBy }) => answerBy ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  const most = busiest(countByDay(spread?.owed ?? []));
  const now = busiest(countByDay(preview.owed));
  if (from === undefined || to === undefined || !most || !now) return null;
  return taken || most.count < now.count ? { taken, from, to, count: most.count } : null;
};

const shownOf = (nothing: Campaign, data: Launch['data'], context: CampaignContext): LaunchPreview | null => {
  const shown = launchPreviewOf(nothing, data, context);
  return shown.ok ? shown.preview : null;
};
