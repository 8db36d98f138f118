import { alice, bob } from '../directory/directory.examples';
import { composeMails, type Mail, type MailKind, type PendingNotice } from './compose-mails';
import { notice, shippedCalendar } from './delivery.examples';
import { digestMoment } from './send-window';

const friday = '2026-07-03';
const monday = '2026-07-06';
const clock = (day: string, utc: string): string => `${day}T${utc}:00.000Z`;
const morning = (day: string): string => clock(day, '00:30');
const digest = (day: string): string => digestMoment(alice, day, shippedCalendar);

/** `given(pending).madeToday(kinds).at(now).then(mails, next)`; mails as `[kind, ...rung ids]`, all of alice's. */
const given = (...pending: readonly PendingNotice[]) => {
  const madeToday: { personId: string; kind: MailKind }[] = [];
  const self = {
    madeToday: (...kinds: readonly MailKind[]) => {
      madeToday.push(...kinds.map((kind) => ({ personId: alice, kind })));
      return self;
    },
    at: (now: string) => ({
      then: (mails: readonly (readonly [MailKind, ...string[]])[], next: string | null) => {
        const expected: Mail[] = mails.map(([kind, ...rungIds]) => ({ personId: alice, kind, rungIds }));
        expect(composeMails({ pending, madeToday, now, calendar: shippedCalendar })).toEqual({
          mails: expected,
          next,
        });
      },
    }),
  };
  return self;
};

describe('an ordinary morning', () => {
  it('sends nothing where nothing is pending', () => given().at(morning(friday)).then([], null));

  it('R5.9 sends an urgent rung at once, as a mail of its own', () =>
    given(notice('T', friday, 'a'), notice('T+1', friday, 'b'))
      .at(morning(friday))
      .then(
        [
          ['atOnce', 'a'],
          ['atOnce', 'b'],
        ],
        null,
      ));

  it('keeps everything else for the digest', () => {
    const pending = [notice('T-3', friday, 'a'), notice('T', friday, 'b'), notice('T+15', friday, 'c')];
    given(...pending)
      .at(morning(friday))
      .then([['atOnce', 'b']], digest(friday));
    given(notice('T-3', friday, 'a'), notice('T+15', friday, 'c'))
      .madeToday('atOnce')
      .at(digest(friday))
      .then([['digest', 'a', 'c']], null);
  });

  it('RR4.8 leaves more than three urgent ones to the digest', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => notice('T', friday, id));
    given(...four)
      .at(morning(friday))
      .then([], digest(friday));
    given(...four)
      .at(digest(friday))
      .then([['digest', 'a', 'b', 'c', 'd']], null);
  });

  it('counts what went at once before that morning', () => {
    given(notice('T', friday, 'a'))
      .madeToday('atOnce', 'atOnce')
      .at(morning(friday))
      .then([['atOnce', 'a']], null);
    given(notice('T', friday, 'a'))
      .madeToday('atOnce', 'atOnce', 'atOnce')
      .at(morning(friday))
      .then([], digest(friday));
  });

  it('treats each person by themselves', () => {
    const pending = [notice('T', friday, 'a'), notice('T-3', friday, 'a', bob)];
    const { mails, next } = composeMails({
      pending,
      madeToday: [],
      now: morning(friday),
      calendar: shippedCalendar,
    });
    expect(mails).toEqual([{ personId: alice, kind: 'atOnce', rungIds: ['a'] }]);
    expect(next).toBe(digestMoment(bob, friday, shippedCalendar));
  });
});

describe('RR4.9 what several campaigns record at one moment', () => {
  const of = (rung: string, id: string, second: number) =>
    notice(rung, friday, id, alice, `${friday}T00:30:0${second}.000Z`);

  it('is judged together, when it has been quiet for ten seconds', () => {
    const three = [of('T', 'a', 0), of('T', 'b', 1), of('T', 'c', 2)];
    given(...three)
      .at(`${friday}T00:30:11.999Z`)
      .then([], `${friday}T00:30:12.000Z`);
    given(...three)
      .at(`${friday}T00:30:12.000Z`)
      .then(
        [
          ['atOnce', 'a'],
          ['atOnce', 'b'],
          ['atOnce', 'c'],
        ],
        null,
      );
    given(...three, of('T', 'd', 9))
      .at(`${friday}T00:30:12.000Z`)
      .then([], digest(friday));
  });

  it('after a standstill is one digest, not the first campaign’s alone', () => {
    const late = (id: string, second: number) =>
      notice('T+3', '2026-07-02', id, alice, `${friday}T03:00:0${second}.000Z`);
    given(late('a', 0), late('b', 5)).at(`${friday}T03:00:10.000Z`).then([], `${friday}T03:00:15.000Z`);
    given(late('a', 0), late('b', 5))
      .at(`${friday}T03:00:15.000Z`)
      .then([['catchUp', 'a', 'b']], null);
  });
});

describe('at most one digest a person a day', () => {
  it('R5.9 leaves what comes after it to the next working day', () =>
    given(notice('T-3', friday, 'a'))
      .madeToday('digest')
      .at(clock(friday, '02:00'))
      .then([], digest(monday)));

  it('still sends urgent rungs of the day at once', () =>
    given(notice('T', friday, 'a'))
      .madeToday('digest')
      .at(clock(friday, '02:00'))
      .then([['atOnce', 'a']], null));
});

describe('after a standstill', () => {
  it('R5.7 one digest carries everything, the urgent too', () =>
    given(notice('T+3', '2026-07-02', 'a'), notice('T', friday, 'b'), notice('T-3', friday, 'c'))
      .at(clock(friday, '03:00'))
      .then([['catchUp', 'a', 'b', 'c']], null));

  it('waits for the moment of the day where that is still ahead, so that today is in it', () =>
    given(notice('T+3', '2026-07-02', 'a'), notice('T', friday, 'b'))
      .at(morning(friday))
      .then([], digest(friday)));

  it('of this morning alone counts too', () =>
    given(notice('T', friday, 'a'), notice('T-3', friday, 'b'))
      .at(clock(friday, '03:00'))
      .then([['catchUp', 'a', 'b']], null));

  it('is no digest more where the day has had one', () =>
    given(notice('T+3', '2026-07-02', 'a'))
      .madeToday('catchUp')
      .at(clock(friday, '03:00'))
      .then([], digest(monday)));
});

describe('outside the window', () => {
  it('R5.8 nothing goes in the evening, at night or on a day off', () => {
    given(notice('T', friday, 'a'))
      .at(clock(friday, '10:00'))
      .then([], digest(monday));
    given(notice('T', friday, 'a'))
      .at(clock('2026-07-05', '03:00'))
      .then([], digest(monday));
    given(notice('T', '2026-09-30', 'a'))
      .at(clock('2026-10-03', '03:00'))
      .then([], digest('2026-10-08'));
  });

  it('an urgent rung of the day itself waits for its beginning only', () =>
    given(notice('T', friday, 'a'))
      .at(clock(friday, '00:10'))
      .then([], morning(friday)));
});

describe('RR4.11 what came of something', () => {
  const news = (day: string, utc: string, id = 'n') => notice('outcome', day, id, alice, clock(day, utc));

  it('waits for the next digest, never goes at once, and is no delay of it', () => {
    given(news(friday, '06:00')).at(clock(friday, '06:01')).then([], digest(monday));
    given(news(friday, '06:00')).at(morning(monday)).then([], digest(monday));
    given(news(friday, '06:00'))
      .at(digest(monday))
      .then([['digest', 'n']], null);
  });

  it('rides with the reminders of the day, and leaves the urgent ones their own mails', () => {
    const pending = [news('2026-07-02', '08:00'), notice('T', friday, 'a'), notice('T-3', friday, 'b')];
    given(...pending)
      .at(morning(friday))
      .then([['atOnce', 'a']], digest(friday));
    given(...pending.filter(({ rung }) => rung !== 'T'))
      .madeToday('atOnce')
      .at(digest(friday))
      .then([['digest', 'b', 'n']], null);
  });

  it('takes along with a digest that comes late, and is in no second one of a day', () => {
    given(news(friday, '02:00'), notice('T-3', friday, 'a'))
      .at(clock(friday, '03:00'))
      .then([['catchUp', 'a', 'n']], null);
    given(news(friday, '02:00')).madeToday('digest').at(clock(friday, '03:00')).then([], digest(monday));
  });

  it('says that it is late only where delivery stood still over its digest', () =>
    given(news('2026-07-02', '08:00'))
      .at(clock(friday, '03:00'))
      .then([['catchUp', 'n']], null));

  it('does not keep what is urgent from the beginning of its window', () =>
    given(news('2026-07-02', '11:00'), notice('T', friday, 'a'))
      .at(clock(friday, '00:10'))
      .then([], morning(friday)));
});
