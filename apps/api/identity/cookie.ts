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
const secretOf = (request: FastifyRequest, name: string): string | null => {
  const secret = request.cookies[name];
  return secret !== undefined && SECRET.test(secret) ? secret : null;
};

export const deviceOf = (request: FastifyRequest, publicUrl: string): string | null =>
  secretOf(request, deviceName(publicUrl));

const flowName = (publicUrl: string): string => `${cookieName(publicUrl)}-oidc`;

/** The one secret of a way to the provider of identities and back. */
export const setFlowCookie = (reply: FastifyReply, publicUrl: string, secret: string): void => {
  void reply.setCookie(flowName(publicUrl), secret, { ...options(publicUrl), maxAge: LIMITS.oidc.seconds });
};

export const clearFlowCookie = (reply: FastifyReply, publicUrl: string): void => {
  void reply.clearCookie(flowName(publicUrl), options(publicUrl));
};

export const flowOf = (request: FastifyRequest, publicUrl: string): string | null =>
  secretOf(request, flowName(publicUrl));

export const sessionOf = (request: FastifyRequest, publicUrl: string): string | undefined =>
  request.cookies[cookieName(publicUrl)];
