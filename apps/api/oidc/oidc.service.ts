import { Injectable } from '@nestjs/common';
import { LIMITS, type finishOidc } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { Owner } from '../accounts/accounts.store';
import { Door, type Desk } from '../accounts/door';
import { newSecret } from '../accounts/secrets';
import { SessionService } from '../accounts/session.service';
import { WebSessionsStore } from '../accounts/web-sessions.store';
import { notFound, refused } from '../errors/problem';
import { partsOf } from './flow-secret';
import { IdentityProvider } from './identity-provider';
import { OidcStore, type Flow } from './oidc.store';

export interface Finished {
  readonly returnTo: string;
  /** The session's new id, where there is one. */
  readonly session: string | null;
}

/** What is proven at the provider once more, however long somebody is signed in there. */
const asksAnew = (purpose: Flow['purpose']): boolean => purpose === 'confirm';

/**
 * Signing in by a provider of identities. An account is never made of an identity: whoever has one links it, signed in by
 * password, and it then opens that account. The same way proves who is there where a signature asks for it.
 */
@Injectable()
export class OidcService {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly store: OidcStore,
    private readonly sessions: SessionService,
    private readonly webSessions: WebSessionsStore,
    private readonly door: Door,
  ) {}

  /** Answers where the browser goes, and the secret that it keeps until it comes back. */
  async start(flow: Flow, address: string) {
    if (flow.purpose === 'signIn') await this.door.knock(address);
    const secret = newSecret();
    const url = await this.provider.addressFor(secret, asksAnew(flow.purpose));
    await this.store.start(secret, flow);
    return { url, secret };
  }

  async finish(answer: z.infer<typeof finishOidc>, secret: string | null, desk: Desk): Promise<Finished> {
    if (secret === null || !isSame(answer.state, partsOf(secret).state)) throw refused('OIDC_BEGIN_AGAIN');
    const flow = await this.store.take(secret, desk.session ?? null);
    if (!flow) throw refused('OIDC_BEGIN_AGAIN');
    const subject = await this.provider.subjectOf(answer, secret, asksAnew(flow.purpose));
    return { returnTo: flow.returnTo, session: await this.done(flow.purpose, subject, desk) };
  }

  async list(personId: PersonId) {
    return { items: await this.store.list(personId), next: null };
  }

  async unlink(personId: PersonId, id: string): Promise<void> {
    if (!(await this.store.unlink(personId, id))) throw notFound();
  }

  private done(purpose: Flow['purpose'], subject: string, desk: Desk): Promise<string | null> {
    switch (purpose) {
      case 'signIn':
        return this.signIn(subject, desk);
      case 'link':
        return this.link(subject, desk);
      case 'confirm':
        return this.confirm(subject, desk);
    }
  }

  /** Nobody signed anything yet: how long the provider has known the person is not asked here. */
  private async signIn(subject: string, desk: Desk): Promise<string> {
    const owner = await this.store.ownerOf(subject);
    if (owner === null) throw refused('OIDC_NOT_LINKED');
    await this.door.welcome(desk.address);
    return this.sessions.open(owner, desk, false);
  }

  private async link(subject: string, { session }: Desk): Promise<null> {
    const owner = await this.ownerOf(session);
    if ((await this.store.list(owner.personId)).length >= LIMITS.oidc.perPerson)
      throw refused('LIMIT_REACHED', { params: { max: LIMITS.oidc.perPerson } });
    if (!(await this.store.link(owner, subject))) throw refused('OIDC_LINKED');
    return null;
  }

  /** The session goes on under another id, as after a password. */
  private async confirm(subject: string, { session }: Desk): Promise<string> {
    const { personId } = await this.ownerOf(session);
    if (session === undefined || (await this.store.ownerOf(subject))?.personId !== personId)
      throw refused('OIDC_NOT_LINKED');
    const next = newSecret();
    await this.webSessions.confirm(session, next);
    return next;
  }

  private async ownerOf(session: string | undefined): Promise<Owner> {
    const owner = session === undefined ? null : await this.webSessions.ownerOf(session);
    if (owner === null) throw refused('NO_SESSION');
    return owner;
  }
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
