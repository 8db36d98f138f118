import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { tokenScopes } from '@rectify/contracts';
import type { Id, Instant, PersonId } from '@rectify/domain';
import type { FastifyRequest } from 'fastify';

/** Who asks: a natural person, by a session of the browser or by a program's token. */
export interface Principal {
  readonly personId: PersonId;
  /** By which of the person's accounts they entered. It gives nothing that the others do not. */
  readonly accountId: Id;
  /** The session's id as the cookie holds it; null with a token. */
  readonly session: string | null;
  /** Null with a session, which may do all that the person may. */
  readonly scope: TokenScope | null;
  /** Until when the person behind the session counts as proven to be there; null with a token. */
  readonly confirmedUntil: Instant | null;
  /** In how many seconds the session ends whatever happens; null with a token. */
  readonly sessionSeconds: number | null;
  /** A token was made by somebody who had just proven it. */
  readonly isConfirmed: boolean;
  /** Older than the policy allows. */
  readonly isPasswordExpired: boolean;
}

export type TokenScope = (typeof tokenScopes)[number];

export type AskedRequest = FastifyRequest & { principal?: Principal };

export const IS_PUBLIC = Symbol('is public');
/** For the few routes that need nobody: signing in, set-up, health. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);

export const IS_FOR_SESSIONS = Symbol('is for sessions');
/** What changes how somebody signs in is theirs at a browser: a token that is lost must not make another. */
export const ForSessions = (): MethodDecorator & ClassDecorator => SetMetadata(IS_FOR_SESSIONS, true);

export const IS_SIGNING = Symbol('is signing');
/** What stands for a signature, or changes how somebody signs in: the person proves anew that it is they. */
export const Signing = (): MethodDecorator => SetMetadata(IS_SIGNING, true);

export const IS_FOR_EXPIRED = Symbol('is for expired passwords');
/** The few changes that may be made before an old password is changed. */
export const ForExpired = (): MethodDecorator => SetMetadata(IS_FOR_EXPIRED, true);

export const IS_FOR_ADMINISTRATORS = Symbol('is for administrators');
/** For who keeps the installation running; for everybody else there is no such thing. */
export const ForAdministrators = (): MethodDecorator & ClassDecorator =>
  SetMetadata(IS_FOR_ADMINISTRATORS, true);

const principalOf = (context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AskedRequest>();
  if (!principal) throw new Error('a route that is public has no principal');
  return principal;
};

/** The asking principal. */
export const Asking = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  principalOf(context),
);
/** The asking person's id. */
export const Me = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => principalOf(context).personId,
);
