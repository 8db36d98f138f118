import { readEnvironment } from './environment';

const right = { DATABASE_URL: 'postgresql://app:a-long-secret@127.0.0.1:5432/rectify' };

describe('the environment', () => {
  it('has defaults for everything but the database', () => {
    expect(readEnvironment(right)).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      RECTIFY_MODE: 'production',
      PUBLIC_URL: 'http://127.0.0.1:3000',
      RATE_COMMANDS_PER_SECOND: 2,
      RATE_ANONYMOUS_PER_SECOND: 50,
      SHED_LAG_MS: 200,
    });
  });

  it.each([
    ['DATABASE_URL', {}],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://postgres:password@127.0.0.1/rectify' }],
    ['PORT', { ...right, PORT: 'http' }],
    ['RECTIFY_MODE', { ...right, RECTIFY_MODE: 'staging' }],
    ['LOG_LEVEL', { ...right, LOG_LEVEL: 'loud' }],
    ['POOL_SIZE', { ...right, POOL_SIZE: '0' }],
    ['SECRETS_KEY', { ...right, SECRETS_KEY: 'password@' }],
    ['PASSWORD_POLICY', { ...right, PASSWORD_POLICY: 'none' }],
    ['OIDC_ISSUER', { ...right, OIDC_ISSUER: 'http://identity.example.org' }],
    ['OIDC_CLIENT_ID', { ...right, OIDC_ISSUER: 'https://identity.example.org' }],
    [
      'OIDC_CLIENT_SECRET',
      { ...right, OIDC_ISSUER: 'https://identity.example.org', OIDC_CLIENT_ID: 'rectify' },
    ],
    ['PUBLIC_URL', { ...right, PUBLIC_URL: 'http://rectify.example.org' }],
  ])('is refused by the name of %s, never with a secret', (name, env) => {
    const message = (() => {
      try {
        readEnvironment(env);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(message).toContain(name);
    expect(message).not.toContain('password@');
  });

  it('takes https anywhere and http on loopback', () => {
    for (const url of [
      'https://rectify.example.org',
      'http://localhost:8080',
      'http://127.0.0.1:8080',
      'http://[::1]:8080',
    ]) {
      expect(readEnvironment({ ...right, PUBLIC_URL: url }).PUBLIC_URL).toBe(url);
    }
  });

  it('lifts the rates in tests, unless they are set', () => {
    expect(readEnvironment({ ...right, RECTIFY_MODE: 'test' }).RATE_COMMANDS_PER_SECOND).toBe(0);
    expect(readEnvironment({ ...right, RECTIFY_MODE: 'test' })).toMatchObject({
      RATE_ANONYMOUS_PER_SECOND: 0,
      SHED_LAG_MS: 0,
    });
    expect(
      readEnvironment({ ...right, RECTIFY_MODE: 'test', RATE_COMMANDS_PER_SECOND: '5' })
        .RATE_COMMANDS_PER_SECOND,
    ).toBe(5);
  });
});
