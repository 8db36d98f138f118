import { startApi, type Api } from './harness/api';

/** Guesses are counted by address too; whoever could make one up would have as many as they like. */
describe('the address of a caller', () => {
  const GUESSES = 36;
  let api: Api;
  afterEach(() => api.stop());

  /** Each for an account of its own, from a peer, saying that it passes on somebody else's each time. */
  const guesses = async (remoteAddress: string): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (let n = 0; n < GUESSES; n += 1) {
      const answer = await api.app.inject({
        ...{ method: 'POST', url: '/api/session', remoteAddress },
        headers: { host: '127.0.0.1:3000', 'x-forwarded-for': `198.51.100.${n}` },
        payload: { account: `nobody${n}`, password: 'a wrong password' },
      });
      statuses.push(answer.statusCode);
    }
    return statuses;
  };
  const slowed = (statuses: readonly number[]): number => statuses.filter((status) => status === 429).length;

  it('is the peer’s own, whatever a stranger says that they pass on', async () => {
    api = await startApi();
    expect(slowed(await guesses('203.0.113.9'))).toBeGreaterThan(0);
  });

  it('is what a listed proxy passes on: whoever comes by it is told from the next', async () => {
    api = await startApi();
    expect(slowed(await guesses('127.0.0.1'))).toBe(0);
  });

  it('is the peer’s own from everywhere, where no proxy is listed', async () => {
    api = await startApi({ TRUST_PROXY: '' });
    expect(slowed(await guesses('127.0.0.1'))).toBeGreaterThan(0);
  });
});
