import {
  askingFor,
  granting,
  launched,
  ordinary,
  people,
  reopening,
  send,
  terminating,
  theOwed,
  theProblem,
  walk,
  whenOwed,
  whenProblemIs,
  type CampaignWorld,
} from '@rectify/testing';
import { addDays } from '../calendar/civil-date';
import type { Drawers } from './dating';
import { obligations } from './obligations';
import { rectificationCalendar } from './rectification-calendar';

const rectifying = whenProblemIs('rectifying');
const due = theProblem(rectifying).dueOn ?? '';
const measureId = theProblem(rectifying).plan?.measures[0]?.id ?? '';
const rows = ({ campaign }: CampaignWorld) => rectificationCalendar(campaign);
const extended = (() => {
  const asked = send(rectifying, people.organiser, askingFor(rectifying, addDays(due, 20)));
  const one = send(asked, people.deputy, granting(asked));
  return send(one, people.secretary, granting(one));
})();

describe('the 整改行事历', () => {
  it('R3.15 begins with the approval of a plan: every measure and problem with its date and its owner', () => {
    expect(rows(whenProblemIs('planSubmitted'))).toEqual([]);
    expect(rows(rectifying)).toMatchObject([
      { kind: 'measure', measureId, dueOn: due, doneOn: null, owner: { posts: ['organisationMember'] } },
      { kind: 'problem', measureId: null, dueOn: due, doneOn: null },
    ]);
  });

  it('R3.15 says of what is owed the very date that is owed, and of what is done when that was', () => {
    const owed = obligations(extended.campaign)
      .filter(({ kind }) => kind === 'finishMeasure' || kind === 'claimCompletion')
      .map(({ dueOn }) => dueOn);
    expect(rows(extended).map(({ dueOn }) => dueOn)).toEqual(owed);
    const closed = whenProblemIs('closed');
    const claimedOn = theProblem(closed).claim?.on;
    expect(rows(closed).map(({ kind, doneOn }) => [kind, doneOn])).toEqual([
      ['measure', theProblem(closed).plan?.measures[0]?.finished?.on],
      ['problem', claimedOn],
    ]);
  });

  it('R3.15 goes by date, whatever the problems’ order, and leaves out what was terminated', () => {
    const two = walk(
      launched(),
      { 'B1-1': ['党课次数不足'], 'B3-1': ['谈心谈话不够'] },
      ({ campaign }) => rectificationCalendar(campaign).length === 4,
    );
    const dates = rows(two).map(({ dueOn }) => dueOn);
    expect(dates).toEqual([...dates].sort());
    expect(rows(send(rectifying, people.secretary, terminating(rectifying)))).toEqual([]);
  });

  it('R3.15 holds the next review of what is kept up, provisional where it lies in an unannounced year', () => {
    const listed = whenOwed('issueProblem');
    const issued = send(listed, people.secretary, {
      type: 'IssueProblem',
      data: { problemId: theProblem(listed).id, fixType: 'sustained' },
    });
    const keptUp = walk(issued, ordinary, (world) => theProblem(world).status === 'sustained');
    const { dueOn, provisional } = theOwed(keptUp, 'reviewSustained');
    expect(rows(keptUp).filter(({ kind }) => kind === 'review')).toMatchObject([
      {
        dueOn,
        provisional,
        doneOn: null,
        dates: [],
        owner: { posts: expect.arrayContaining(['disciplineMember']) },
      },
    ]);
    const dated = structuredClone(keptUp.campaign.dated) as Drawers;
    for (const each of Object.values(dated).flatMap((drawer) => Object.values(drawer)))
      Object.assign(each, { provisional: true });
    const unannounced = { ...keptUp.campaign, dated } as typeof keptUp.campaign;
    expect(rectificationCalendar(unannounced).find(({ kind }) => kind === 'review')?.provisional).toBe(true);
  });

  it('R4.14 keeps every date that a measure and a problem ever had, and why', () => {
    const history = (world: CampaignWorld) =>
      rows(world).map(({ dates }) => dates.map(({ dueOn, why }) => [dueOn, why]));
    const both = [
      [due, 'planned'],
      [addDays(due, 20), 'extended'],
    ];
    expect(history(extended)).toEqual([both, both]);
    const closed = whenProblemIs('closed', ordinary, extended);
    const again = send(closed, people.secretary, reopening(closed));
    const own = rows(again).find(({ kind }) => kind === 'problem');
    expect(own?.dates.map(({ why }) => why)).toEqual(['planned', 'extended', 'reopened']);
    expect(own).toMatchObject({ doneOn: null, dueOn: theProblem(again).dueOn });
  });
});
