import { addDays, addMonths } from '../calendar/civil-date';
import type { Calendar } from '../calendar/calendar.state';
import { addDuration, isProvisional, nextWorkingDay } from '../calendar/working-calendar';
import type { CivilDate, DeepReadonly } from '../kernel/kernel';
import type { Duration, StageDefinition, TemplateDefinition } from '../template/template.definition';
import type { CommandData } from './campaign.commands';
import type { CampaignPlan, PlannedStage, StageReckoning } from './campaign.plan';
import { spreadOver } from './spread';

/** Makes the plan of a launch: the template's data with its windows dated. Fixed then; a late start moves nothing by itself. */
export const planFrom = (
  template: DeepReadonly<TemplateDefinition>,
  version: number,
  startOn: CivilDate,
  calendar: Calendar,
  { leaveOut = [], spreadAnswers = false }: Pick<CommandData<'LaunchCampaign'>, 'leaveOut' | 'spreadAnswers'>,
): CampaignPlan => {
  const { vote, leadingGroup } = template;
  const { immediate, timeLimited, sustained } = template.fixTypes;
  const kept = template.stages.filter(({ kind }) => !leaveOut.some((left) => left === kind));
  const stages = windows(kept, startOn, calendar);
  const answerBy = spreadAnswers ? daysToAnswer(template, stages, calendar) : new Map<string, CivilDate>();
  return {
    template: { slug: template.slug, version },
    title: template.title,
    titleEn: template.titleEn,
    startOn,
    calendarVersion: calendar.version,
    stages,
    aspects: template.aspects.map(({ code, name, owner, lead, items }) => ({
      code,
      name,
      owner,
      lead,
      ...dayOf(answerBy.get(code)),
      items: items.map(({ code: item, text, fix, clue, answerMode }) => ({
        ...{ code: item, text, fix, clue },
        ...(answerMode === 'sourceCounts' ? { sources: template.sources } : {}),
      })),
    })),
    duties: template.duties,
    planChain: template.planChain,
    handlingLimits: template.handlingLimits,
    handlingRoll: template.handlingRoll,
    fixTypes: {
      immediate: { default: immediate.default, max: immediate.max, roll: immediate.roll },
      timeLimited: { default: timeLimited.default, max: timeLimited.max },
      sustained: {
        firstResult: sustained.firstResult,
        cycle: sustained.cycle,
        cycleEnds: sustained.cycleEnds,
      },
    },
    ladders: template.ladders,
    activities: template.activities.map(({ kind, stage, times, owner }) => ({
      ...{ kind, stage, times },
      ...(owner === undefined ? {} : { owner }),
    })),
    leadingGroup: template.leadingGroup,
    letters: template.letters.flatMap(({ kind, number }) => (number === undefined ? [] : [{ kind, number }])),
    ...(vote ? { vote: { ...vote, posts: leadingGroup.posts } } : {}),
    publicNotice: template.publicNotice,
    ...(template.rectification === undefined ? {} : { rectification: template.rectification }),
  };
};

/** Only answers that are due with the end of the screening are spread before it. */
const daysToAnswer = (
  { aspects, handlingLimits }: DeepReadonly<TemplateDefinition>,
  stages: readonly PlannedStage[],
  calendar: Calendar,
): ReadonlyMap<string, CivilDate> => {
  const screening = stages.find(({ kind }) => kind === 'screening');
  return screening && handlingLimits.answerCheckItem === 'stageEnd'
    ? spreadOver(aspects, screening, calendar)
    : new Map();
};

const dayOf = (answerBy: CivilDate | undefined) => (answerBy === undefined ? {} : { answerBy });

/**
 * Each stage begins on the first working day after the one it waits for, or its lag later; its first day counts. A stage
 * that opens with another begins with it, and ends its length after it.
 */
const windows = (
  defined: readonly DeepReadonly<StageDefinition>[],
  startOn: CivilDate,
  calendar: Calendar,
): PlannedStage[] => {
  const stages: PlannedStage[] = [];
  let provisional = false;
  for (const stage of defined) {
    const { opens } = stage;
    const named = opens.on === 'launch' ? undefined : stages.find(({ kind }) => kind === opens.of);
    const before = opens.on === 'launch' ? undefined : (named ?? stages.at(-1));
    const counted = stages.find(({ kind }) => kind === stage.after) ?? before;
    const window = windowOf(stage, { before, counted, startOn }, calendar);
    provisional ||= window.provisional || isProvisional(calendar, window.startOn);
    const { kind, exit, vacuousWhenNoProblem, length, lag, after } = stage;
    stages.push({
      kind,
      ...window,
      provisional,
      approvals: chain(stage),
      opens,
      exit: [...exit],
      vacuousWhenNoProblem,
      reckoned: { length, ...(lag === undefined ? {} : { lag }), ...(after === undefined ? {} : { after }) },
    });
  }
  return stages;
};

export type Window = Pick<PlannedStage, 'startOn' | 'endOn' | 'provisional'>;
export type Reckoning = StageReckoning & Pick<PlannedStage, 'opens'>;

export const windowOf = (
  { opens, length, lag }: Reckoning,
  from: {
    readonly before: Window | undefined;
    /** The stage from whose end a length is counted. */
    readonly counted: Window | undefined;
    readonly startOn: CivilDate;
  },
  calendar: Calendar,
): Window => {
  const { before, counted, startOn } = from;
  if (!before || !counted) return windowFrom(startOn, length, calendar);
  if (opens.on === 'opened') {
    const { date: endOn, provisional } = addDuration(calendar, counted.endOn, length, 'none');
    return { startOn: before.startOn, endOn, provisional };
  }
  const waited = lag === undefined ? before.endOn : addDuration(calendar, before.endOn, lag, 'none').date;
  return windowFrom(nextWorkingDay(calendar, addDays(waited, 1)), length, calendar);
};

export const windowFrom = (startOn: CivilDate, length: Duration, calendar: Calendar): Window => {
  const { date: endOn, provisional } = lastDayOf(calendar, startOn, length);
  return { startOn, endOn, provisional };
};

/** The last day of a window whose first day counts. Months end on the day before the corresponding one. */
const lastDayOf = (calendar: Calendar, start: CivilDate, length: Duration) => {
  if (length.unit !== 'month') return addDuration(calendar, addDays(start, -1), length, 'none');
  return { date: addDays(addMonths(start, length.n), -1), provisional: false };
};

/** A step that only a notice asks for is no step of a campaign that the unit launched itself. */
const chain = (stage: DeepReadonly<StageDefinition>): PlannedStage['approvals'] =>
  stage.approvals.filter(({ when }) => when === undefined).map(({ post }) => [...post]);
