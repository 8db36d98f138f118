import { holdersOf } from '../../directory/directory-view';
import { stageKinds } from '../../template/template.definition';
import { activityOf, askedOnce, isPledgeAsked, isPledgeSigned } from '../activities';
import { PLEDGE } from '../../template/activity.kinds';
import { every, missing, notApplicable, proved, underWay, type Check } from './self-check';

/** D-1: a leading group of at least as many persons as the plan asks for, headed by whom it names. */
export const leadingGroup: Check = ({ campaign, directory }) => {
  const { leadingGroup: asked } = campaign.plan;
  if (!asked) return notApplicable('notInPlan');
  const of = (posts: readonly (typeof asked.head)[]) => [
    ...new Set(posts.flatMap((post) => holdersOf(directory, campaign.unitId, post))),
  ];
  const members = of(asked.posts);
  return of([asked.head]).length > 0 && members.length >= asked.atLeast ? proved(members) : missing(members);
};

/** D-2: the mobilisation was signed for. */
export const mobilisation: Check = ({ campaign, today }) => {
  const before = stageKinds.indexOf('screening');
  const stage = campaign.stages.find(({ kind }) => stageKinds.indexOf(kind) < before);
  if (!stage) return notApplicable('notInPlan');
  if (stage.closed) return proved([stage.kind]);
  return today > stage.endOn ? missing([stage.kind]) : underWay([stage.kind]);
};

/** D-4: every activity that the plan asks for was held, and the pledge signed by everybody who owes it. */
export const activities: Check = ({ campaign, today }) => {
  const asked = askedOnce(campaign).map(({ id, stage }) => ({
    id,
    isDone: Boolean(activityOf(campaign, id)?.held),
    endOn: stage.endOn,
  }));
  const isSigned = isPledgeSigned(campaign);
  const endOn = campaign.stages[0]?.endOn ?? today;
  const all = [...asked, ...(isPledgeAsked(campaign) ? [{ id: PLEDGE, isDone: isSigned, endOn }] : [])];
  return every(all, {
    id: ({ id }) => id,
    isGood: ({ isDone }) => isDone,
    isThereTime: all.every((each) => each.isDone || today <= each.endOn),
    none: 'notInPlan',
  });
};
