import { shippedCalendarYears } from '@rectify/domain';
import { startApi, type Answer, type Api } from './harness/api';
import { setUpWorld, type World } from './harness/organisation';

const to = (name: string): string => `/api/calendars/cn/commands/${name}`;
const [year] = shippedCalendarYears().slice(1);
const day = (date: string, isOffDay = true) => ({ name: '元旦', date, isOffDay });
const cn2027 = (...days: readonly object[]) => ({ year: 2027, papers: ['通知'], days });
const own = (...days: readonly object[]) => ({ days, reason: '单位统一安排' });

describe('the calendar’s commands', () => {
  let api: Api;
  let world: World;
  beforeAll(async () => {
    api = await startApi();
    world = await setUpWorld(api);
  });
  afterAll(() => api?.stop());

  const shown = ({ status, body }: Answer) => [status, body.code, body.field];

  it.each<[string, string, () => object, readonly unknown[]]>([
    ['nothing', 'import-calendar-year', () => ({}), [400, 'VALIDATION', 'year']],
    [
      'a wrong day',
      'import-calendar-year',
      () => cn2027(day('2027-02-30')),
      [400, 'VALIDATION', 'days[0].date'],
    ],
    [
      'a day without its kind',
      'import-calendar-year',
      () => cn2027(day('2027-01-01'), { name: '元旦', date: '2027-01-02' }),
      [400, 'VALIDATION', 'days[1].isOffDay'],
    ],
    [
      'a Wednesday worked to make up',
      'import-calendar-year',
      () => cn2027(day('2027-01-01'), day('2027-01-06', false)),
      [400, 'CALENDAR_NOT_A_WEEKEND', 'days[1].date'],
    ],
    [
      'a day of another year',
      'import-calendar-year',
      () => cn2027(day('2026-01-01')),
      [400, 'CALENDAR_OUTSIDE_YEAR', 'days[0].date'],
    ],
    [
      'a run without an end',
      'import-calendar-year',
      () => ({ ...year, off: [{ name: '元旦', from: '2026-01-01' }] }),
      [400, 'VALIDATION', 'off[0].to'],
    ],
    ['a field too many', 'import-calendar-year', () => ({ ...year, more: 1 }), [400, 'VALIDATION', 'more']],
    [
      'an own day that says neither',
      'override-calendar-days',
      () => ({ ...own({ date: '2026-05-08', name: '校庆' }), unitId: world.branch.unitId }),
      [400, 'VALIDATION', 'days[0].works'],
    ],
    [
      'an own day behind us',
      'override-calendar-days',
      () => ({ ...own({ date: '2026-01-05', works: false, name: '校庆' }), unitId: world.branch.unitId }),
      [400, 'DATE_IN_PAST', 'days[0].date'],
    ],
    [
      'an own day of somebody else’s unit',
      'override-calendar-days',
      () => ({ ...own({ date: '2026-05-08', works: false, name: '校庆' }), unitId: world.other.unitId }),
      [403, 'NOT_YOURS', undefined],
    ],
    [
      'the withdrawal of a day that is none',
      'withdraw-calendar-override',
      () => ({ unitId: world.branch.unitId, dates: ['2026-05-08'], reason: '取消' }),
      [404, 'OWN_DAY_UNKNOWN', 'dates[0]'],
    ],
    [
      'hours that are none',
      'set-send-window',
      () => ({ from: '08:45', to: '18:00' }),
      [400, 'VALIDATION', 'from'],
    ],
    [
      'hours at night',
      'set-send-window',
      () => ({ from: '05:00', to: '18:00' }),
      [403, 'NOT_YOURS', undefined],
    ],
  ])('refuse %s by the field, and the log is as it was', async (_what, name, body, expected) => {
    const before = await api.logSize();
    expect(shown(await api.command(world.branch.secretary.token, to(name), body()))).toEqual(expected);
    expect(await api.logSize()).toBe(before);
  });

  it('take a year of the public data as it is, and the same in our format as nothing new', async () => {
    const file = {
      $schema: 'https://example.com/schema.json',
      ...cn2027(day('2027-01-02'), day('2027-01-01')),
    };
    const { token } = world.branch.secretary;
    expect((await api.command(token, to('import-calendar-year'), file)).body).toMatchObject({ facts: 1 });
    const same = {
      year: 2027,
      status: 'official',
      notice: '通知',
      source: '通知',
      off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-02' }],
      makeupWorkdays: [],
    };
    expect((await api.command(token, to('import-calendar-year'), same)).body).toMatchObject({ facts: 0 });
    expect(
      shown(await api.command(world.branch.organisationMember.token, to('import-calendar-year'), same)),
    ).toEqual([403, 'NOT_YOURS', undefined]);
  });
});
