import type { CivilDate } from '@rectify/domain';
import type { Campaign } from '../../api/types';

export interface Window {
  readonly startOn: CivilDate | null;
  readonly endOn: CivilDate | null;
}
export type Windows = Readonly<Record<string, Window>>;
export type RoadStage = Campaign['road'][number];

/** Stages whose days are whole and others than they are now. */
export const movedStages = (road: readonly RoadStage[], windows: Windows) =>
  road.flatMap(({ stage, startOn, endOn }) => {
    const to = windows[stage];
    if (!to || to.startOn === null || to.endOn === null) return [];
    return to.startOn === startOn && to.endOn === endOn
      ? []
      : [{ stage, startOn: to.startOn, endOn: to.endOn }];
  });
