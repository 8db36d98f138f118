import { alice, bob } from '../directory/directory.examples';
import { instantAt } from '../calendar/civil-date';
import { composeMails } from './compose-mails';
import { notice, shippedCalendar } from './delivery.examples';
import { firstMails } from './first-mails';
import { digestMoment } from './send-window';

const matter = (id: string, people: string[], ...messagesOn: string[]) => ({ id, people, messagesOn });

describe('the mails of the first week', () => {
  it('go to each person once a morning, at the moment of their digest, within a week of the first', () => {
    const list = matter('list', [alice, bob], '2026-07-13', '2026-07-16');
    const rule = matter('rule', [alice], '2026-07-13', '2026-07-20');
    const mails = firstMails([list, rule], shippedCalendar);
    const digest = (person: string, day: string) => digestMoment(person, day, shippedCalendar);
    expect(mails).toHaveLength(4);
    expect(mails).toEqual(
      expect.arrayContaining([
        { personId: alice, at: digest(alice, '2026-07-13'), about: [list, rule] },
        { personId: bob, at: digest(bob, '2026-07-13'), about: [list] },
        { personId: alice, at: digest(alice, '2026-07-16'), about: [list] },
        { personId: bob, at: digest(bob, '2026-07-16'), about: [list] },
      ]),
    );
    expect(mails.map(({ at }) => at)).toEqual(mails.map(({ at }) => at).sort());
  });

  it('are those that delivery makes of the reminders of that morning, at that very moment', () => {
    const [mail] = firstMails([matter('a', [alice], '2026-07-13')], shippedCalendar);
    const pending = [notice('T-3', '2026-07-13', 'a', alice, '2026-07-13T00:30:00.000Z')];
    const state = { pending, madeToday: [], calendar: shippedCalendar };
    const now = instantAt('2026-07-13', '08:31');
    expect(composeMails({ ...state, now })).toEqual({ mails: [], next: mail?.at });
    expect(composeMails({ ...state, now: mail?.at ?? '' }).mails).toEqual([
      { personId: alice, kind: 'digest', rungIds: ['a'] },
    ]);
  });

  it('follow the installation’s own hours', () => {
    const early = { ...shippedCalendar, sendWindow: { from: '07:00', to: '18:00' } };
    const [usual] = firstMails([matter('a', [alice], '2026-07-13')], shippedCalendar);
    const [mail] = firstMails([matter('a', [alice], '2026-07-13')], early);
    expect(Date.parse(usual?.at ?? '') - Date.parse(mail?.at ?? '')).toBe(90 * 60_000);
  });

  it('are none where nobody is told of anything', () => {
    expect(firstMails([matter('a', [], '2026-07-13'), matter('b', [alice])], shippedCalendar)).toEqual([]);
  });
});
