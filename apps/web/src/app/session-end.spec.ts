import { sessionEnd } from './session-end';

const ends = { idleSeconds: 1_800, seconds: 43_200 };

describe('the end of a session', () => {
  it('is half an hour after the server was asked for the last time, less what it may not have noted', () => {
    expect(sessionEnd({ ends, readAt: 1_000, askedAt: 600_000 })).toEqual({
      at: 600_000 + 1_740_000,
      by: 'idle',
    });
    // Nothing but the reading itself was asked yet.
    expect(sessionEnd({ ends, readAt: 1_000, askedAt: 0 })).toEqual({ at: 1_741_000, by: 'idle' });
  });

  it('comes whatever is asked once it has lasted its longest', () => {
    const late = { ends: { ...ends, seconds: 900 }, readAt: 1_000 };
    expect(sessionEnd({ ...late, askedAt: 800_000 })).toEqual({ at: 901_000, by: 'longest' });
  });
});
