import { ACTIVITY_LIMITS, activityKinds, PLEDGE } from './activity.kinds';
import {
  faultOfEach,
  faultOfLine,
  faultOfPosts,
  faultOfRepeated,
  firstFault,
  invalid,
  type Fault,
} from './faults';
import { stageKinds, type Activity } from './template.definition';
import { TEMPLATE_LIMITS } from './template.limits';

const KINDS: readonly string[] = [...activityKinds, PLEDGE];

/** Each kind once, of those that can be planned and held, and the pledge once in a campaign. */
export const faultOfActivities = (activities: readonly Activity[]): Fault =>
  firstFault(
    () => faultOfEach(activities, 'activities', faultOfActivity),
    () =>
      faultOfRepeated(
        activities.map(({ kind }) => kind),
        activities.map((_, index) => `activities[${index}].kind`),
      ),
  );

const faultOfActivity = ({ kind, zh, stage, times, owner }: Activity, path: string): Fault => {
  const max = kind === PLEDGE ? 1 : ACTIVITY_LIMITS.ofKind;
  return firstFault(
    () => (KINDS.includes(kind) ? null : invalid(`${path}.kind`)),
    () => faultOfLine(zh, `${path}.zh`, TEMPLATE_LIMITS.name),
    () => (stageKinds.includes(stage) ? null : invalid(`${path}.stage`)),
    () =>
      Number.isInteger(times) && times >= 1 && times <= max
        ? null
        : { code: 'OUT_OF_BOUNDS', field: `${path}.times`, params: { min: 1, max } },
    () => (owner === undefined ? null : faultOfPosts(owner, `${path}.owner`)),
  );
};
