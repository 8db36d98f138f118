import {
  addDays,
  calendarDecider,
  isCivilDate,
  nextWorkingDay,
  shippedCalendarYears,
  type CivilDate,
  type TemplateDefinition,
} from '@rectify/domain';
import { planFrom } from '@rectify/domain/campaign/plan-from-template';

/** The official years that ship with the product; the launch itself reckons with the installation's own calendar. */
const calendar = () => {
  const state = calendarDecider.initialState();
  shippedCalendarYears().forEach((data, index) => {
    const recorded = {
      version: index + 1,
      at: '1970-01-01T00:00:00.000Z',
      actor: { kind: 'system' } as const,
    };
    calendarDecider.evolve(state, { type: 'CalendarYearImported', data }, recorded);
  });
  return state;
};

export const defaultStart = (today: CivilDate): CivilDate => nextWorkingDay(calendar(), addDays(today, 1));

/** The plan that a launch on that day would make: the domain's own reckoning. */
export const previewOf = (definition: TemplateDefinition, version: number, startOn: CivilDate) => {
  if (!isCivilDate(startOn)) return null;
  const known = calendar();
  return planFrom(definition, version, nextWorkingDay(known, startOn), known);
};
