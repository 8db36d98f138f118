import type { Rung } from '../obligation/ladder';
import { obligationKinds } from '../obligation/obligation';
import {
  faultOfDuration,
  faultOfEach,
  faultOfPost,
  faultOfRepeated,
  faultOfRoll,
  firstFault,
  invalid,
  type Fault,
} from './faults';
import type { Duration, TemplateDefinition } from './template.definition';
import { TEMPLATE_LIMITS } from './template.limits';

const STANDING = ['stageEnd', 'measure.dueOn', 'problem.dueOn', 'activity.dueOn', 'pledge.dueOn'];
const LADDERS = ['work', 'decision', 'answer'] as const;

/** Every kind of obligation has a limit: a decision without a due date could never be overdue (rulings §2). */
export const faultOfHandlingLimits = ({ handlingLimits, handlingRoll }: TemplateDefinition): Fault => {
  const missing = obligationKinds.find((kind) => !Object.hasOwn(handlingLimits, kind));
  if (missing) return invalid(`handlingLimits.${missing}`);
  return firstFault(
    ...Object.entries(handlingLimits).map(([kind, limit]) => () => {
      const path = `handlingLimits.${kind}`;
      if (typeof limit === 'object') return faultOfDuration(limit, path);
      return STANDING.includes(limit) ? null : invalid(path);
    }),
    () => faultOfRoll(handlingRoll, 'handlingRoll'),
  );
};

/** Up to 60 days at once, up to 12 months with a plan (rulings §2); a template may only ask for less. */
export const faultOfFixTypes = ({
  immediate,
  timeLimited,
  sustained,
}: TemplateDefinition['fixTypes']): Fault =>
  firstFault(
    () => faultOfDuration(immediate.default, 'fixTypes.immediate.default'),
    () => faultOfMaximum(immediate.max, 60, 'fixTypes.immediate.max'),
    () => faultOfRoll(immediate.roll, 'fixTypes.immediate.roll'),
    () => faultOfDuration(timeLimited.default, 'fixTypes.timeLimited.default'),
    () => faultOfEach(timeLimited.offered, 'fixTypes.timeLimited.offered', faultOfDuration),
    () => faultOfMaximum(timeLimited.max, 366, 'fixTypes.timeLimited.max'),
    () => faultOfRoll(timeLimited.roll, 'fixTypes.timeLimited.roll'),
    () => faultOfDuration(sustained.firstResult, 'fixTypes.sustained.firstResult'),
    () => faultOfDuration(sustained.cycle, 'fixTypes.sustained.cycle'),
    () => faultOfRoll(sustained.roll, 'fixTypes.sustained.roll'),
  );

/** The most calendar days a duration can take, days off apart. */
export const mostDays = ({ n, unit }: Duration): number =>
  unit === 'month' ? Math.ceil(n * 30.5) : unit === 'workingDay' ? Math.ceil((n * 7) / 5) : n;

const faultOfMaximum = (max: Duration, days: number, field: string): Fault =>
  faultOfDuration(max, field) ??
  (mostDays(max) <= days ? null : { code: 'OUT_OF_BOUNDS', field, params: { min: 1, max: days } });

/** Rungs rise from early to late under names of their own; every kind of obligation climbs one ladder. */
export const faultOfLadders = ({ byKind, ...ladders }: TemplateDefinition['ladders']): Fault => {
  const kinds = LADDERS.flatMap((ladder) => byKind[ladder]);
  const unladdered = obligationKinds.find((kind) => !kinds.includes(kind));
  return firstFault(
    ...LADDERS.map((ladder) => () => faultOfRungs(ladders[ladder], `ladders.${ladder}`)),
    () => (unladdered ? invalid('ladders.byKind') : null),
    () =>
      faultOfRepeated(
        kinds,
        kinds.map(() => 'ladders.byKind'),
      ),
  );
};

const DEEDS: readonly Rung['do'][] = ['remind', 'remindOverdue', 'urge', 'draftLetter', 'escalate'];

const faultOfAddressee = (name: string, field: string): Fault =>
  name === 'holder' || name === 'lead' ? null : faultOfPost(name, field);

/** A rung does one known thing, for the holder, the problem’s lead or a post; one that drafts says which letter. */
const faultOfRung = ({ do: deed, letter, to, copy = [] }: Rung, path: string): Fault => {
  const reach = (who: readonly string[], field: string): Fault =>
    faultOfEach(who, `${path}.${field}`, faultOfAddressee);
  return firstFault(
    () => (DEEDS.includes(deed) ? null : invalid(`${path}.do`)),
    () => ((deed === 'draftLetter') === (letter !== undefined) ? null : invalid(`${path}.letter`)),
    () => (to.length > 0 ? null : invalid(`${path}.to`)),
    () => reach(to, 'to'),
    () => reach(copy, 'copy'),
  );
};

export const faultOfRungs = (rungs: readonly Rung[], path: string): Fault =>
  firstFault(
    () => (rungs.length > 0 && rungs.length <= TEMPLATE_LIMITS.rungs ? null : invalid(path)),
    () =>
      faultOfRepeated(
        rungs.map(({ rung }) => rung),
        rungs.map((_, index) => `${path}[${index}].rung`),
      ),
    () =>
      faultOfEach(rungs, path, ({ at }, field) =>
        Number.isInteger(at) && Math.abs(at) <= TEMPLATE_LIMITS.rungDays ? null : invalid(`${field}.at`),
      ),
    () => faultOfEach(rungs, path, faultOfRung),
    () => {
      const falling = rungs.findIndex(({ at }, index) => index > 0 && at <= (rungs[index - 1] as Rung).at);
      return falling < 0 ? null : invalid(`${path}[${falling}].at`);
    },
  );
