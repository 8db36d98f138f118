import { randomUUID } from 'node:crypto';
import { obligations, postsOf, resolveHolder, type DirectoryCommand, type PersonId } from '@rectify/domain';
import { AccountsStore, type Owner } from '../../apps/api/accounts/accounts.store';
import { TokensStore } from '../../apps/api/accounts/tokens.store';
import { WebSessionsStore } from '../../apps/api/accounts/web-sessions.store';
import { newSecret } from '../../apps/api/accounts/secrets';
import { startApi, type Api } from './harness/api';
import { browserWith } from './harness/browser';
import { launchOpen, setUpWorld, type World } from './harness/organisation';

/** LEAVING_HISTORIES=500 is what is reported; each history is left at every index. */
const HISTORIES = Number(process.env['LEAVING_HISTORIES'] ?? 4);
const LONGEST = 7;

const steps = ['appoint', 'end', 'away', 'back', 'freeze', 'unfreeze', 'leave', 'token', 'session'] as const;
type Step = (typeof steps)[number];

/** Any seed, the same numbers ever after (Park–Miller). */
const numbers = (seed: number) => {
  let at = seed + 1;
  return (below: number): number => {
    at = (at * 48_271) % 2_147_483_647;
    return at % below;
  };
};

interface Door {
  readonly opens: () => Promise<number>;
}

describe('random histories of a person, left at every index', () => {
  let api: Api;
  let world: World;
  let campaignId: string;
  const noted = new Map<string, string>();
  const lifted = { RATE_COMMANDS_PER_SECOND: '0', RATE_REQUESTS_PER_SECOND: '0' };
  beforeAll(async () => {
    api = await startApi(lifted);
    world = await setUpWorld(api);
    campaignId = await launchOpen(api, world);
    const { unitId, publicityMember } = world.branch;
    // From now on the aspect belongs to whoever of the history holds the post.
    await system({
      type: 'EndTenure',
      data: { unitId, post: 'publicityMember', personId: publicityMember.personId },
    });
  });
  afterAll(() => api?.stop());

  const { handle, campaign } = {
    handle: (command: DirectoryCommand) =>
      api.infrastructure.application.handle(
        { aggregate: 'directory', command },
        {
          actor: { kind: 'system' },
          key: { space: 'system', principal: 'histories', id: randomUUID() },
          payloadHash: '0'.repeat(64),
        },
      ),
    campaign: () => api.infrastructure.application.campaign(campaignId),
  };
  const system = (command: DirectoryCommand) => handle(command);

  /** Whoever comes has two accounts: sessions are opened by the one, tokens made by the other. */
  const doorsOf = new Map<PersonId, readonly [session: string, token: string]>();
  const owner = (personId: PersonId, door: 0 | 1): Owner => ({
    ...{ personId, accountId: doorsOf.get(personId)?.[door] ?? '' },
  });
  const newcomer = async (): Promise<PersonId> => {
    const personId = randomUUID();
    const accounts = api.app.get(AccountsStore);
    const name = `h${personId.slice(0, 13)}`;
    const first = (await accounts.reserve(personId, name, 'none', null))?.accountId ?? '';
    await accounts.complete(first);
    const second = await accounts.add(personId, `${name}.2`, 'none', randomUUID());
    doorsOf.set(personId, [first, second ?? '']);
    await system({ type: 'RegisterPerson', data: { personId } });
    return personId;
  };
  const bySession = async (personId: PersonId): Promise<Door> => {
    const secret = newSecret();
    await api.app.get(WebSessionsStore).open(owner(personId, 0), secret, 'test', false);
    const page = browserWith(api, `rectify=${secret}`);
    return { opens: async () => (await page.ask('/api/me')).status };
  };
  const byToken = async (personId: PersonId): Promise<Door> => {
    const made = await api.app.get(TokensStore).create(owner(personId, 1), 't', 'commands', 1);
    return { opens: async () => (await api.ask('/api/me', { token: made?.token ?? '' })).status };
  };

  const live = async (step: Step, personId: PersonId, doors: Door[]): Promise<void> => {
    const { unitId } = world.branch;
    switch (step) {
      case 'appoint':
        return void (await system({
          type: 'AppointToPost',
          data: { unitId, post: 'publicityMember', personId },
        }));
      case 'end':
        return void (await system({
          type: 'EndTenure',
          data: { unitId, post: 'publicityMember', personId },
        }));
      case 'away':
        return void (await system({
          type: 'MarkAway',
          data: { personId, from: '2026-03-05', to: '2026-03-09' },
        }));
      case 'back':
        return void (await system({ type: 'MarkBack', data: { personId, from: '2026-03-05' } }));
      case 'freeze':
        return void (await system({ type: 'FreezePerson', data: { personId } }));
      case 'unfreeze':
        return void (await system({ type: 'UnfreezePerson', data: { personId } }));
      case 'leave':
        return void (await system({ type: 'RecordLeaving', data: { personId } }));
      case 'token':
        return void doors.push(await byToken(personId));
      case 'session':
        return void doors.push(await bySession(personId));
    }
  };

  /** Notes the bytes of what is new; what was noted before is compared at the end. */
  const note = async (): Promise<string[]> => {
    const { rows } = await api.owner.query(
      'SELECT position, type, md5(bytes) AS sum FROM events WHERE position > $1 ORDER BY position',
      [[...noted.keys()].at(-1) ?? '0'],
    );
    for (const { position, sum } of rows) noted.set(String(position), sum);
    return rows.map(({ type }) => type);
  };

  const leaveAt = async (history: readonly Step[], hasSuccessor: boolean): Promise<void> => {
    const personId = await newcomer();
    const { unitId, secretary } = world.branch;
    await system({ type: 'AppointToPost', data: { unitId, post: 'publicityMember', personId } });
    const doors = [await bySession(personId), await byToken(personId)];
    for (const step of history) await live(step, personId, doors);
    const next = await newcomer();
    if (hasSuccessor)
      await system({ type: 'AppointToPost', data: { unitId, post: 'publicityMember', personId: next } });
    await note();

    const left = await api.command(secretary.token, '/api/directories/main/commands/record-leaving', {
      personId,
    });
    const hadLeft = left.body.facts === 0;
    expect([left.status, await Promise.all(doors.map(({ opens }) => opens()))]).toEqual([
      200,
      doors.map(() => 401),
    ]);
    // A door that is opened afterwards is dead from the start.
    expect(await (await bySession(personId)).opens()).toBe(401);
    expect(await note()).toEqual(hadLeft ? [] : ['PersonLeft']);

    const standing = await campaign();
    if (!standing) throw new Error('the campaign is gone');
    expect(postsOf(standing.directory, personId)).toEqual([]);
    const all = obligations(standing.campaign).map(({ holder, subject }) => ({
      subject: subject.id,
      ...resolveHolder(holder, standing.directory, unitId),
    }));
    expect(all.flatMap(({ people }) => people.map((one) => one.personId))).not.toContain(personId);
    expect(all.filter(({ how }) => how === 'nobody')).toEqual([]);
    expect(all.find(({ subject }) => subject === 'B5')).toMatchObject({
      how: hasSuccessor ? 'holder' : 'instead',
      people: [{ personId: hasSuccessor ? next : secretary.personId }],
    });
    if (hasSuccessor)
      await system({ type: 'EndTenure', data: { unitId, post: 'publicityMember', personId: next } });
  };

  it(`RR4.2 ${HISTORIES}: every session is refused within one request, no byte of old changes, what was owed has somebody`, async () => {
    let leavings = 0;
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const below = numbers(seed);
      const history = Array.from({ length: 1 + below(LONGEST) }, () => steps[below(steps.length)] as Step);
      for (let index = 0; index <= history.length; index += 1, leavings += 1) {
        const hasSuccessor = below(2) === 0;
        await leaveAt(history.slice(0, index), hasSuccessor).catch((error: unknown) => {
          throw new Error(`seed ${seed}, left behind ${history.slice(0, index).join(', ')}`, {
            cause: error,
          });
        });
      }
    }
    const { rows } = await api.owner.query(
      'SELECT position, md5(bytes) AS sum FROM events ORDER BY position',
    );
    const now = new Map(rows.map(({ position, sum }) => [String(position), sum as string]));
    expect([...noted].filter(([position, sum]) => now.get(position) !== sum)).toEqual([]);
    if (process.env['LEAVING_HISTORIES'])
      process.stdout.write(`${HISTORIES} histories, ${leavings} leavings, ${noted.size} events unchanged\n`);
  }, 3_600_000);
});
