import { type Scope } from '@rectify/domain';
import { personIds, scopeOfPerson, unitIds } from '@rectify/testing';
import { maskLine } from './timeline.mask';
import type { TimelineRow } from './timeline.table';

const problem = '01900000-0000-7000-8000-0000000000aa';
const line = (type: TimelineRow['type'], more: Partial<TimelineRow> = {}): TimelineRow => ({
  ...{ stream: 'campaign/1', version: 7, line: 0, at: '2026-03-04T02:31:00.000Z', type, actor: 'person' },
  ...{ person_id: personIds.organiser, unit_id: unitIds.branch, post: 'organisationMember' },
  ...{ problem_id: null, subject: { item: 'B1-1' }, text: null },
  ...more,
});
const as = (person: string, row: TimelineRow, more: Partial<Scope> = {}) =>
  maskLine({ ...scopeOfPerson(person), ...more }, unitIds.branch, row);

describe('a line of the record, as somebody may read it', () => {
  it('says who reported a problem to its triager and to themselves, and to nobody else the hour', () => {
    const reported = line('ProblemReported', { problem_id: problem });
    for (const person of [personIds.secretary, personIds.deputy, personIds.member]) {
      expect(as(person, reported)).toMatchObject({
        ...{ person_id: null, post: null, at: '2026-03-03T16:00:00.000Z' },
        ...{ masked: ['by'], shown: 'F0', subject: { item: 'B1-1' } },
      });
    }
    const whole = { person_id: personIds.organiser, at: reported.at, masked: [], shown: 'F3' };
    expect(as(personIds.secretary, reported, { triaged: [problem] })).toMatchObject(whole);
    expect(as(personIds.organiser, reported)).toMatchObject(whole);
  });

  it('says of an answer that it is a problem, and then who gave it is who reported it', () => {
    const answered = (answer: string) => line('CheckItemAnswered', { subject: { item: 'B1-1', answer } });
    expect(as(personIds.secretary, answered('noProblem'))).toMatchObject({ masked: [], shown: 'F2' });
    expect(as(personIds.secretary, answered('problem'))).toMatchObject({ masked: ['by'], shown: 'F0' });
    expect(as(personIds.deputy, answered('noProblem'))).toMatchObject({ masked: ['by'] });
  });

  it('says who voted to the group, who pledged to the secretary, and each to themselves', () => {
    expect(as(personIds.deputy, line('VoteCast'))).toMatchObject({ masked: [], shown: 'F2' });
    expect(as(personIds.member, line('VoteCast'))).toMatchObject({ masked: ['by'] });
    expect(as(personIds.secretary, line('PledgeSigned'))).toMatchObject({ masked: [] });
    expect(as(personIds.deputy, line('PledgeSigned'))).toMatchObject({
      masked: ['by', 'subject'],
      subject: {},
    });
    expect(as(personIds.organiser, line('PledgeSigned'))).toMatchObject({ masked: [] });
  });

  it('names nobody in a reminder of a pledge that was not signed', () => {
    const rung = (kind: string) =>
      line('RemindersIssued', { actor: 'system', person_id: null, subject: { key: `${kind}:p-1:1`, kind } });
    expect(as(personIds.deputy, rung('signPledge'))).toMatchObject({ subject: {}, masked: ['subject'] });
    expect(as(personIds.member, rung('submitPlan'))).toMatchObject({ masked: [] });
  });

  it('keeps its words for the leading group and whom the problem waits for', () => {
    const subject = { measureId: 'm', basisHash: 'f00d' };
    const finished = line('MeasureFinished', { problem_id: problem, text: '已完成', subject });
    expect(as(personIds.publicity, finished)).toMatchObject({ text: '已完成', shown: 'F1' });
    expect(as(personIds.member, finished)).toMatchObject({ text: null, masked: ['text'], shown: 'F0' });
    // By the hash of a short text the text could be guessed.
    expect(as(personIds.member, finished).subject).toEqual({ measureId: 'm' });
    expect(as(personIds.publicity, finished).subject).toEqual(subject);
    expect(as(personIds.member, finished, { problems: [problem] })).toMatchObject({ text: '已完成' });
  });
});
