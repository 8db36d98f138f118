import { addDays, addMonths } from '../calendar/civil-date';
import type { Calendar } from '../calendar/calendar.state';
import { addDuration, isProvisional, nextWorkingDay } from '../calendar/working-calendar';
import type { CivilDate, DeepReadonly } from '../kernel/kernel';
import type { Duration, StageDefinition, TemplateDefinition } from '../template/template.definition';
import { stagesInUse, type CampaignPlan, type PlannedStage } from './campaign.plan';

/** Makes the plan of a launch: the template's data with its windows dated. Fixed then; a late start moves nothing by itself. */
export const planFrom = (
  template: DeepReadonly<TemplateDefinition>,
  version: number,
  startOn: CivilDate,
  calendar: Calendar,
): CampaignPlan => {
  const { immediate, timeLimited } = template.fixTypes;
  return {
    template: { slug: template.slug, version },
    title: template.title,
    titleEn: template.titleEn,
    startOn,
    calendarVersion: calendar.version,
    stages: windows(template, startOn, calendar),
    aspects: template.aspects.map(({ code, name, owner, lead, items }) => ({
      code,
      name,
      owner,
      lead,
      items: items.map(({ code: item, text, fix, clue }) => ({ code: item, text, fix, clue })),
    })),
    duties: template.duties,
    planChain: template.planChain,
    handlingLimits: template.handlingLimits,
    handlingRoll: template.handlingRoll,
    fixTypes: {
      immediate: { default: immediate.default, max: immediate.max, roll: immediate.roll },
      timeLimited: { default: timeLimited.default, max: timeLimited.max },
    },
    ladders: template.ladders,
    activities: template.activities.map(({ kind, stage, times, owner }) => ({
      ...{ kind, stage, times },
      ...(owner === undefined ? {} : { owner }),
    })),
    leadingGroup: template.leadingGroup,
    letters: template.letters.flatMap(({ kind, number }) => (number === undefined ? [] : [{ kind, number }])),
  };
};

/**
 * Each stage begins on the first working day after the one before; its first day counts. `signOff` begins with
 * `deadlines` and ends its length after it.
 */
const windows = (
  template: DeepReadonly<TemplateDefinition>,
  startOn: CivilDate,
  calendar: Calendar,
): PlannedStage[] => {
  const stages: PlannedStage[] = [];
  let start = startOn;
  let provisional = false;
  for (const kind of stagesInUse) {
    const defined = template.stages.find((stage) => stage.kind === kind);
    if (!defined) throw new Error(`the template has no stage ${kind}`);
    const before = stages.at(-1);
    const rolling = kind === 'signOff' && before !== undefined;
    const end = rolling
      ? addDuration(calendar, before.endOn, defined.length, 'none')
      : lastDayOf(calendar, start, defined.length);
    provisional ||= end.provisional || isProvisional(calendar, start);
    stages.push({
      kind,
      startOn: rolling ? before.startOn : start,
      endOn: end.date,
      provisional,
      approvals: chain(defined),
    });
    start = nextWorkingDay(calendar, addDays(end.date, 1));
  }
  return stages;
};

/** The last day of a window whose first day counts. Months end on the day before the corresponding one. */
const lastDayOf = (calendar: Calendar, start: CivilDate, length: Duration) => {
  if (length.unit !== 'month') return addDuration(calendar, addDays(start, -1), length, 'none');
  return { date: addDays(addMonths(start, length.n), -1), provisional: false };
};

/** A step that only a notice asks for is no step of a campaign that the unit launched itself. */
const chain = (stage: DeepReadonly<StageDefinition>): PlannedStage['approvals'] =>
  stage.approvals.filter(({ when }) => when === undefined).map(({ post }) => [...post]);
