import type { FastifyReply } from 'fastify';
import { cookieName, setDeviceCookie, setFlowCookie, setSessionCookie } from './cookie';

/** What a browser would be told to keep. */
const set = (publicUrl: string): readonly [string, object][] => {
  const kept: [string, object][] = [];
  const reply = {
    setCookie: (name: string, _value: string, options: object) => kept.push([name, options]),
  } as unknown as FastifyReply;
  setSessionCookie(reply, publicUrl, 'x');
  setDeviceCookie(reply, publicUrl, 'x');
  setFlowCookie(reply, publicUrl, 'x');
  return kept;
};

describe('each of our cookies', () => {
  it('is bound to this very host, secure, and unseen by scripts on https', () => {
    const kept = set('https://rectify.example.org');
    expect(kept).toHaveLength(3);
    for (const [name, options] of kept) {
      expect(name).toMatch(/^__Host-rectify/);
      expect(options).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' });
      // With a domain the browser would refuse the name.
      expect(options).not.toHaveProperty('domain');
    }
  });

  it('is a plain one on loopback, where there is no https', () => {
    expect(cookieName('http://127.0.0.1:3000')).toBe('rectify');
    for (const [, options] of set('http://127.0.0.1:3000'))
      expect(options).toMatchObject({ secure: false, httpOnly: true, sameSite: 'lax' });
  });
});
