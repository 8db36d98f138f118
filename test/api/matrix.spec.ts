import { cellOf, commandTypes, isDelegable, matrix, roles, type CommandType } from '@rectify/domain';
import { since, tell } from '../faults/tell';
import { apiOn } from './harness/api';
import { copyOf, faultOf, isAboutProblem, isClosed, type Asked } from './harness/matrix-cells';
import { makeStates, PRINCIPALS, stateNames, type Stage } from './harness/matrix-states';

/** `MATRIX_STATES=all` asks in every state; without it in three of them, from the first report to the look-back. */
const few = ['screening', 'claimed', 'look-back'] as const;
const states = process.env['MATRIX_STATES'] === 'all' ? stateNames : few;

/** What waits for something that is not built: nothing of it can be asked yet. */
const dueLater = ['notices, exports’ own commands, retention: no such command exists'] as const;

/** What was done is taken back by whoever did it: of two who may, one. */
const ofItsAuthor: readonly CommandType[] = ['WithdrawStep', 'WithdrawReview'];

/** Every cell: of their own problem, and of another's where a part is of one problem. */
const cells: readonly Asked[] = commandTypes.flatMap((command) =>
  roles.flatMap((role): Asked[] => [
    { command, role, whose: 'own' },
    ...(isAboutProblem(command) && ['O', 'L', 'R', 'A'].includes(role)
      ? [{ command, role, whose: 'other' } as const]
      : []),
  ]),
);

describe('the matrix of commands and roles over HTTP', () => {
  let stage: Stage;
  const open = new Set<string>();
  /** What was open in each state: `<command> <role>`, of their own problem. */
  const openIn: Record<string, Set<string>> = {};
  const count = { cells: 0, closed: 0, refusedByRule: 0, accepted: 0 };
  const delegates = { cells: 0, closed: 0, refusedByRule: 0, accepted: 0 };
  const tally = (into: typeof count, tried: Parameters<typeof isClosed>[0]): void => {
    into.cells += 1;
    into[tried.code === 'accepted' ? 'accepted' : isClosed(tried) ? 'closed' : 'refusedByRule'] += 1;
  };
  const began = performance.now();
  beforeAll(async () => {
    stage = await makeStates();
  }, 600_000);

  it.each(states)(
    'in “%s” whoever may not changes nothing, and whoever may is refused by rules alone',
    async (name) => {
      const copy = copyOf(stage, name);
      const faults: string[] = [];
      for (const asked of cells) {
        const tried = await copy.attempt(asked);
        faults.push(...faultOf(asked, tried));
        tally(count, tried);
        if (isClosed(tried)) continue;
        open.add(`${asked.command} ${asked.role}`);
        if (asked.whose === 'own') (openIn[name] ??= new Set()).add(`${asked.command} ${asked.role}`);
      }
      await copy.stop();
      expect(faults).toEqual([]);
    },
    600_000,
  );

  it.each(states)(
    'in “%s” whoever stands in may just what one of those who entrusted it may, where it can be entrusted',
    async (name) => {
      const copy = copyOf(stage, name);
      const faults: string[] = [];
      for (const command of commandTypes) {
        const isTheirs =
          isDelegable(command) && PRINCIPALS.some((role) => openIn[name]?.has(`${command} ${role}`));
        const asked: Asked = { command, role: 'O', whose: 'own', by: 'delegate' };
        const tried = await copy.attempt(asked);
        // What anybody may do about themselves is theirs without anybody's trust.
        const given = ofItsAuthor.includes(command) ? 'either' : 'open';
        const wanted = isTheirs ? given : cellOf(command, 'I') === 'never' ? 'closed' : 'either';
        faults.push(...faultOf(asked, tried, wanted));
        tally(delegates, tried);
        if (isTheirs && !isClosed(tried)) open.add(`${command} delegate`);
      }
      await copy.stop();
      expect(faults).toEqual([]);
    },
    600_000,
  );

  it('was asked by an inspector whom a grant lets read the unit in every state', async () => {
    for (const name of states) {
      const api = await apiOn(await stage.server.copyOf(stage.states[name]));
      const { status } = await api.ask(`/api/campaigns/${stage.campaignId}`, { token: stage.cast.I.token });
      await api.stop();
      expect([name, status]).toEqual([name, 200]);
    }
    expect(open.has('RevokeReading I')).toBe(true);
  });

  it('was open to every role whose part was assigned: no cell passes by never being asked in earnest', () => {
    const seen = ({ command, role }: Asked): boolean => open.has(`${command} ${role}`);
    const isDuty = ({ command, role }: Asked): boolean =>
      ['O', 'L', 'R', 'A'].includes(role) && (matrix[command].duties ?? []).length > 0;
    const given = cells.filter(({ command, role }) => cellOf(command, role) !== 'never');
    expect(given.filter((asked) => isDuty(asked) && !seen(asked))).toEqual([]);
    const unseen = given.filter((asked) => !seen(asked)).map(({ command, role }) => `${command} ${role}`);
    const entrusted = commandTypes.filter(isDelegable);
    const neverEntrusted = entrusted.filter((command) => !open.has(`${command} delegate`));
    tell('matrix', { states: states.length, ...count, seconds: since(began) });
    tell('matrix: delegates', { ...delegates, entrusted: entrusted.length, neverEntrusted });
    tell('matrix: open only where it has come to them, which no state here does', { unseen });
    tell('matrix: due later', { dueLater });
    expect(count.accepted).toBeGreaterThan(states.length * 30);
    expect(delegates.accepted).toBeGreaterThan(states.length * 2);
  });
});
