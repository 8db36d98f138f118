import {
  askingFor,
  at,
  granting,
  launched,
  launchedWith,
  ordinary,
  people,
  send,
  theProblem,
  walk,
  whenOwed,
  whenProblemIs,
  withRules,
  type CampaignWorld,
} from '@rectify/testing';
import { produce } from 'immer';
import { addDays, civilDateOf } from '../../calendar/civil-date';
import type { Campaign, CampaignState } from '../campaign.state';
import { selfChecks, type SelfCheckCode } from './self-checks';

const check = (world: CampaignWorld, code: SelfCheckCode) => {
  const { campaign, directory, now } = world;
  const found = selfChecks({ campaign, directory, today: civilDateOf(now) }).find(
    (each) => each.code === code,
  );
  if (!found) throw new Error(`no check ${code}`);
  return found;
};
const verdict = (world: CampaignWorld, code: SelfCheckCode) => check(world, code).verdict;
const but = (world: CampaignWorld, change: (draft: CampaignState) => void): CampaignWorld => ({
  ...world,
  campaign: produce(world.campaign, (draft: Campaign) => change(draft as CampaignState)),
});
const on = (world: CampaignWorld, day: string) => at(world, `${day}T02:00:00.000Z`);

const over = walk(launched(), ordinary, ({ campaign }) => campaign.status !== 'open');

describe('RR5.5 what is asked of extensions, of what is kept up and of public notices', () => {
  it('D-10 ask that every extension was asked for before the day it extended', () => {
    expect(verdict(over, 'D-10')).toBe('notApplicable');
    const extended = (from: CampaignWorld) => {
      const waiting = send(from, people.organiser, askingFor(from, addDays(theProblem(from).dueOn ?? '', 9)));
      const one = send(waiting, people.deputy, granting(waiting));
      return send(one, people.secretary, granting(one));
    };
    const rectifying = whenProblemIs('rectifying');
    const id = theProblem(rectifying).id;
    expect(check(extended(rectifying), 'D-10')).toMatchObject({ verdict: 'met', rows: [id] });
    const cumulativeCap = { n: 60, unit: 'calendarDay' } as const;
    const lenient = withRules({ extension: { lateRequest: 'record', maxCount: 2, cumulativeCap } });
    const free = whenProblemIs('rectifying', ordinary, lenient);
    const late = extended(on(free, addDays(theProblem(free).dueOn ?? '', 2)));
    expect(check(late, 'D-10')).toMatchObject({ verdict: 'notMet', rows: [theProblem(late).id] });
  });

  it('D-14 ask for a cycle and a reviewer of what is kept up', () => {
    expect(verdict(over, 'D-14')).toBe('notApplicable');
    const listed = whenOwed('issueProblem');
    const { id } = theProblem(listed);
    const issue = { type: 'IssueProblem', data: { problemId: id, fixType: 'sustained' } } as const;
    const issued = send(listed, people.secretary, issue);
    expect(check(issued, 'D-14')).toMatchObject({ verdict: 'notYet', rows: [id] });
    const keptUp = walk(issued, ordinary, (world) => theProblem(world).status === 'sustained');
    expect(check(keptUp, 'D-14')).toMatchObject({ verdict: 'met', rows: [id] });
    const nobody = { ...keptUp, directory: { ...keptUp.directory, posts: {} } };
    expect(check(nobody, 'D-14')).toMatchObject({ verdict: 'notMet', rows: [id] });
    const undated = but(keptUp, (draft) => {
      draft.dated = {};
    });
    expect(verdict(undated, 'D-14')).toBe('notMet');
  });

  it('D-16 ask for the notice of what was closed, where the plan has one', () => {
    expect(check(over, 'D-16')).toMatchObject({ verdict: 'notApplicable', reason: 'notInPlan' });
    const noticing = (publicNotice: 'required' | 'offered') =>
      walk(
        launchedWith((definition) => ({ ...definition, publicNotice })),
        ordinary,
        (world) => world.campaign.order.length > 0 && theProblem(world).status === 'closed',
      );
    const posted = noticing('required');
    expect(check(posted, 'D-16')).toMatchObject({ verdict: 'met', rows: [theProblem(posted).id] });
    const silent = but(posted, ({ problems }) => {
      for (const problem of Object.values(problems)) problem.notice = null;
    });
    expect(check(silent, 'D-16')).toMatchObject({ verdict: 'notMet', rows: [theProblem(posted).id] });
    expect(check(noticing('offered'), 'D-16')).toMatchObject({
      verdict: 'notApplicable',
      reason: 'nothingArose',
    });
  });
});
