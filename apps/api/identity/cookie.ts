import type { FastifyReply, FastifyRequest } from 'fastify';
import { LIMITS } from '@rectify/contracts';

/** `__Host-` binds the cookie to this very host over https; without https there is one on loopback only. */
export const cookieName = (publicUrl: string): string => (isSecure(publicUrl) ? '__Host-rectify' : 'rectify');
const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:');

const options = (publicUrl: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(publicUrl) }) as const;

export const setSessionCookie = (reply: FastifyReply, publicUrl: string, session: string): void => {
  void reply.setCookie(cookieName(publicUrl), session, {
    ...options(publicUrl),
    maxAge: LIMITS.session.maxSeconds,
  });
};

export const clearSessionCookie = (reply: FastifyReply, publicUrl: string): void => {
  void reply.clearCookie(cookieName(publicUrl), options(publicUrl));
};

const deviceName = (publicUrl: string): string => `${cookieName(publicUrl)}-device`;

/** Says nothing but that somebody signed in here before; it opens nothing. */
export const setDeviceCookie = (reply: FastifyReply, publicUrl: string, device: string): void => {
  void reply.setCookie(deviceName(publicUrl), device, {
    ...options(publicUrl),
    maxAge: LIMITS.device.seconds,
  });
};

const SECRET = /^[A-Za-z0-9_-]{43}$/;
export const deviceOf = (request: FastifyRequest, publicUrl: string): string | null => {
  const device = request.cookies[deviceName(publicUrl)];
  return device !== undefined && SECRET.test(device) ? device : null;
};

export const sessionOf = (request: FastifyRequest, publicUrl: string): string | undefined =>
  request.cookies[cookieName(publicUrl)];
