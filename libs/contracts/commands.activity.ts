import { ACTIVITY_LIMITS, activityKinds, pledgeVerdicts, type ActivityCommand } from '@rectify/domain';
import { z } from 'zod';
import { LIMITS } from './limits';
import { basisHash, civilDate, line, text, uuid } from './primitives';

const { text: bound, code, list } = LIMITS;

const kind = z.enum(activityKinds);
const nth = z.int().min(1).max(ACTIVITY_LIMITS.ofKind);
const reason = text(bound.remark);
const number = line(code.ruleMade);

type Data<Type extends ActivityCommand['type']> = Extract<ActivityCommand, { type: Type }>['data'];

/** The bodies of the commands about activities, pledges and rules made. An activity is the nth of its kind. */
export const activityCommands = {
  PlanActivity: z.strictObject({ kind, nth, plannedOn: civilDate }),
  RecordActivity: z.strictObject({
    kind,
    nth,
    heldOn: civilDate.exactOptional(),
    people: z.int().min(1).max(ACTIVITY_LIMITS.people),
  }),
  DraftPledgeText: z.strictObject({
    text: text(bound.work),
    people: z.array(uuid).min(1).max(list.pledgers).exactOptional(),
  }),
  SignPledge: z.strictObject({ basisHash }),
  ComparePledge: z.strictObject({ person: uuid, basisHash, verdict: z.enum(pledgeVerdicts), reason }),
  RegisterRuleMade: z.strictObject({
    number,
    title: line(bound.title),
    effectiveOn: civilDate,
    problemId: uuid.exactOptional(),
  }),
  RetireRuleMade: z.strictObject({ number, reason }),
} satisfies { readonly [Type in ActivityCommand['type']]: z.ZodType<Data<Type>> };
