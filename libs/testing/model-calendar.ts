import {
  addDays,
  calendarDecider,
  calendarFor,
  civilDateOf,
  type CalendarEvent,
  type CalendarState,
} from '@rectify/domain';
import { produce } from 'immer';
import type { CampaignWorld } from './campaign-world';
import { units } from './organisation';

/** A unit works, or does not, on some days of the coming weeks; or the next year is announced. */
export const anotherCalendar = (world: CampaignWorld, a: number, b: number, c: number): CampaignWorld => {
  const event = a % 5 === 0 ? yearAhead(world, b) : ownDays(world, b, c);
  const calendar = produce(world.calendar, (draft) => {
    const recorded = { version: draft.version + 1, at: world.now, actor: { kind: 'system' } as const };
    calendarDecider.evolve(draft as CalendarState, event, recorded);
  });
  return { ...world, calendar: calendarFor(calendar, world.directory, world.campaign.unitId) };
};

const ownDays = ({ now }: CampaignWorld, b: number, c: number): CalendarEvent => {
  const on = civilDateOf(now);
  const first = addDays(on, b % 40);
  const days = Array.from({ length: 1 + (c % 4) }, (_, index) => ({
    date: addDays(first, index),
    works: (b + c + index) % 3 === 0,
    name: '另行安排',
  }));
  const unitId = c % 2 === 0 ? units.branch : units.district;
  return { type: 'CalendarDaysOverridden', data: { unitId, days, reason: '统一安排', on } };
};

const yearAhead = ({ now }: CampaignWorld, b: number): CalendarEvent => {
  const year = Number(civilDateOf(now).slice(0, 4)) + (b % 2);
  const from = `${year}-0${1 + (b % 9)}-0${1 + (b % 9)}`;
  const off = [{ name: '放假', from, to: addDays(from, b % 12) }];
  return {
    type: 'CalendarYearImported',
    data: { year, status: 'official', notice: '通知', off, makeupWorkdays: [] },
  };
};
