import { randomUUID } from 'node:crypto';
import { catalogueEntry, commandPath, kebab, problemCodes, statusOf } from '@rectify/contracts';
import {
  cellOf,
  matrix,
  processCommands,
  type CampaignCommand,
  type Cell,
  type CommandType,
  type ProcessCommandType,
  type Role,
} from '@rectify/domain';
import { payloadHash } from '@rectify/event-store';
import { apiOn, type Api } from './api';
import type { Target } from '@rectify/application';
import { targetOf } from '../../../apps/api/commands/complete';
import { bodyOf, type Body, type Scene } from './matrix-bodies';
import { theProblemOf, type Stage, type StateName } from './matrix-states';

/** What came of one try: a status and a code, `accepted` or the refusal's; and whether the log is another now. */
interface Tried {
  readonly status: number;
  readonly code: string;
  readonly isChanged: boolean;
}

export interface Asked {
  readonly command: CommandType;
  readonly role: Role;
  /** Of the problem whose people the roles are, or of another's. */
  readonly whose: 'own' | 'other';
  /** Sent by whoever they entrusted it to. */
  readonly by?: 'delegate';
}

/** A copy of a state with the API on it; a new one is made once something was accepted. */
export const copyOf = (stage: Stage, name: StateName) => {
  const ownerUrl = stage.states[name];
  let api: Api | null = null;
  let scene: Scene | null = null;
  const fresh = async (): Promise<{ api: Api; scene: Scene }> => {
    api ??= await apiOn(await stage.server.copyOf(ownerUrl));
    scene ??= await sceneOf(api, stage);
    return { api, scene };
  };
  const stop = async (): Promise<void> => {
    await api?.stop();
    [api, scene] = [null, null];
  };
  return {
    stop,
    attempt: async (asked: Asked): Promise<Tried> => {
      const now = await fresh();
      const before = await now.api.logSize();
      const answer = await send(now.api, stage, onProblem(now.scene, asked), asked);
      const isChanged = (await now.api.logSize()) !== before;
      if (isChanged && isInTheWay(asked.command)) await stop();
      return { ...answer, isChanged };
    },
  };
};

const sceneOf = async (api: Api, { campaignId, world, spare }: Stage): Promise<Scene> => {
  const standing = await api.infrastructure.application.campaign(campaignId);
  if (!standing) throw new Error('no campaign');
  const { campaign, directory, now } = standing;
  const { unitId } = world.branch;
  const grantId = directory.grants[unitId]?.at(-1)?.id ?? '';
  const problemId = theProblemOf(campaign);
  return { campaignId, campaign, now, problemId, unitId, spare: spare.personId, grantId };
};

const onProblem = (scene: Scene, { whose }: Asked): Scene => {
  const other = scene.campaign.order.find((id) => id !== scene.problemId) ?? '';
  return whose === 'own' ? scene : { ...scene, problemId: other };
};

/** Of the organisation's commands only what takes somebody away, or their grant, is in a later one's way. */
const isInTheWay = (type: CommandType): boolean =>
  (catalogueEntry(type)?.aggregate ?? 'campaign') === 'campaign' ||
  type === 'RecordLeaving' ||
  type === 'RevokeReading' ||
  type === 'FreezePerson';

const isOfProcess = (type: CommandType): type is ProcessCommandType =>
  processCommands.some((each) => each === type);

const send = async (api: Api, stage: Stage, scene: Scene, { command, role, by }: Asked) => {
  const { cast, campaignId } = stage;
  const body = isOfProcess(command) ? {} : bodyOf(command, scene);
  if (role === 'Y') return bySystem(api, campaignId, command, body);
  const { token } = by ? stage[by] : cast[role];
  const { status, body: answer } = await api.command(token, pathOf(command, campaignId), body);
  return { status, code: status < 300 ? 'accepted' : String(answer.code) };
};

export const pathOf = (command: CommandType, campaignId: string): string => {
  if (command === 'LaunchCampaign') return '/api/campaigns';
  if (command === 'ImportOrganisation') return '/api/directories/main/commands/import-organisation';
  const entry = catalogueEntry(command);
  if (!entry) return `/api/campaigns/${campaignId}/commands/${kebab(command)}`;
  return commandPath(entry, aggregateIds(campaignId)[entry.aggregate]);
};

/** The system has no session: it comes by the path that the worker takes. */
const bySystem = async ({ infrastructure }: Api, id: string, type: CommandType, body: Body) => {
  const target = targetBySystem(type, id, body);
  const handled = await infrastructure.application.handle(target, {
    actor: { kind: 'system' },
    key: { space: 'system', principal: 'matrix', id: randomUUID() },
    payloadHash: payloadHash({ type, id }),
  });
  return handled.ok
    ? { status: 200, code: 'accepted' }
    : { status: statusOf(handled.refusal.code), code: handled.refusal.code };
};

const targetBySystem = (type: CommandType, id: string, body: Body): Target => {
  const entry = catalogueEntry(type);
  const target = entry && targetOf(entry, aggregateIds(id)[entry.aggregate], body);
  if (target) return target;
  if (type === 'ImportOrganisation')
    return { aggregate: 'directory', command: { type, data: { units: [], people: [], posts: [] } } };
  const campaignId = type === 'LaunchCampaign' ? randomUUID() : id;
  const data = type === 'LaunchCampaign' ? { ...body, campaignId, serial: 9 } : {};
  return { aggregate: 'campaign', id: campaignId, command: { type, data } as CampaignCommand };
};

const aggregateIds = (campaign: string) =>
  ({ campaign, directory: 'main', template: 'bland-casual', calendar: 'cn' }) as const;

const ofAuthority: readonly string[] = ['NOT_YOURS', 'NOT_FOUND'];

/** Whether a refusal says “not yours” or, to whoever may not know of it, that there is nothing. */
export const isClosed = ({ status, code }: Tried): boolean =>
  [403, 404].includes(status) && ofAuthority.includes(code);

/** How a cell is to answer: `open` – accepted or refused by a rule; `closed` – not theirs; `either` – by whose turn it is. */
export const expected = ({ command, role, whose }: Asked): 'open' | 'closed' | 'either' => {
  const cell: Cell = cellOf(command, role);
  if (cell === 'never') return 'closed';
  if (cell === 'may') return 'open';
  return whose === 'other' && isOfDuty(role) ? 'closed' : 'either';
};

const isOfDuty = (role: Role): boolean => ['O', 'L', 'R', 'A'].includes(role);

/** Commands whose body names one problem, so that there is another's. */
export const isAboutProblem = (command: CommandType): boolean =>
  (matrix[command].duties ?? []).some((duty) =>
    ['owner', 'lead', 'reviewer', 'checker', 'acceptor'].includes(duty),
  ) && (matrix[command].may ?? []).length === 0;

/** What is wrong with an answer. */
export const faultOf = (asked: Asked, tried: Tried, wanted = expected(asked)): readonly string[] => {
  const { status, code, isChanged } = tried;
  const isKnown = problemCodes.some((known) => known === code && statusOf(known) === status);
  const faults = [
    ...(isChanged && code !== 'accepted' ? ['the log changed'] : []),
    ...(wanted === 'closed' && !isClosed(tried) ? ['not closed'] : []),
    ...(wanted === 'open' && isClosed(tried) ? ['not open'] : []),
    ...(code !== 'accepted' && !isKnown ? ['not documented'] : []),
    ...(code === 'VALIDATION' ? ['the body was wrong'] : []),
  ];
  const { command, role, whose, by = role } = asked;
  return faults.map((fault) => `${command} by ${by} of ${whose}: ${status} ${code}, ${fault}`);
};
