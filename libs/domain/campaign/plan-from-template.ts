import { addDays } from '../calendar/civil-date';
import type { Calendar } from '../calendar/calendar.state';
import { addDuration, nextWorkingDay } from '../calendar/working-calendar';
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
    fixTypes: { immediate: pick(immediate), timeLimited: pick(timeLimited) },
    ladders: template.ladders,
  };
};

const pick = (fix: { readonly default: Duration; readonly max: Duration }) => ({
  default: fix.default,
  max: fix.max,
});

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
  for (const kind of stagesInUse) {
    const defined = template.stages.find((stage) => stage.kind === kind);
    if (!defined) throw new Error(`the template has no stage ${kind}`);
    const before = stages.at(-1);
    const rolling = kind === 'signOff' && before !== undefined;
    const endOn = addDuration(
      calendar,
      rolling ? before.endOn : addDays(start, -1),
      defined.length,
      'none',
    ).date;
    stages.push({ kind, startOn: rolling ? before.startOn : start, endOn, approvals: chain(defined) });
    start = nextWorkingDay(calendar, addDays(endOn, 1));
  }
  return stages;
};

/** A step that only a notice asks for is no step of a campaign that the unit launched itself. */
const chain = (stage: DeepReadonly<StageDefinition>): PlannedStage['approvals'] =>
  stage.approvals.filter(({ when }) => when === undefined).map(({ post }) => [...post]);
