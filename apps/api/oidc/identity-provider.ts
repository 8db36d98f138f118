import { Inject, Injectable } from '@nestjs/common';
import { LIMITS, type finishOidc } from '@rectify/contracts';
import * as oidc from 'openid-client';
import type { z } from 'zod';
import { refused, type ProblemError } from '../errors/problem';
import { ENVIRONMENT, type Environment } from '../infrastructure/environment';
import { Log } from '../infrastructure/log';
import { partsOf } from './flow-secret';

/** Once in an hour its document is read anew: endpoints move, and keys come with them. */
const KEPT_MS = 60 * 60_000;
const TIMEOUT_SECONDS = 5;

/** The provider's endpoints by discovery (OpenID Connect Core 1.0, RFC 9700): code flow with PKCE, state, nonce and issuer. */
@Injectable()
export class IdentityProvider {
  private found: { readonly at: number; readonly configuration: Promise<oidc.Configuration> } | null = null;
  private readonly redirectUri: string;

  constructor(
    private readonly log: Log,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {
    this.redirectUri = new URL('/oidc', environment.PUBLIC_URL).href;
  }

  get isOffered(): boolean {
    return this.environment.OIDC_ISSUER !== undefined;
  }

  /** Where the browser is sent. `fresh`: the person proves anew who they are, whoever the provider knows already. */
  async addressFor(secret: string, fresh: boolean): Promise<string> {
    const configuration = await this.configuration();
    const { state, nonce, verifier } = partsOf(secret);
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(fresh && { prompt: 'login', max_age: String(LIMITS.oidc.freshSeconds) }),
    }).href;
  }

  /** Who the provider says it is, as one text for issuer and subject. Throws where anything of its answer does not hold. */
  async subjectOf(answer: z.infer<typeof finishOidc>, secret: string, fresh: boolean): Promise<string> {
    const configuration = await this.configuration();
    const { state, nonce, verifier } = partsOf(secret);
    // Of what was asked: the host is ours by configuration, whatever the request says.
    const came = new URL(this.redirectUri);
    for (const [name, value] of Object.entries(answer)) came.searchParams.set(name, value);
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, came, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        ...(fresh && { maxAge: LIMITS.oidc.freshSeconds }),
      });
      const { iss, sub, azp } = tokens.claims() ?? {};
      // What the library leaves to its callers: a subject that names nobody, and a party that is not this one.
      const isOurs = azp === undefined || azp === this.environment.OIDC_CLIENT_ID;
      if (iss === undefined || !sub || !isOurs) throw new Error('an identity that is none, or another');
      return `${iss}\n${sub}`;
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  private async configuration(): Promise<oidc.Configuration> {
    const { OIDC_ISSUER } = this.environment;
    if (OIDC_ISSUER === undefined) throw refused('OIDC_NOT_OFFERED');
    const now = performance.now();
    if (this.found === null || this.found.at < now - KEPT_MS)
      this.found = { at: now, configuration: this.discover(new URL(OIDC_ISSUER)) };
    try {
      return await this.found.configuration;
    } catch (error) {
      this.found = null;
      this.log.warn('the provider of identities was not found', { error: codeOf(error) });
      throw refused('OIDC_AWAY');
    }
  }

  private discover(issuer: URL): Promise<oidc.Configuration> {
    const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.environment;
    return oidc.discovery(issuer, OIDC_CLIENT_ID, {}, withSecret(OIDC_CLIENT_SECRET), {
      timeout: TIMEOUT_SECONDS,
      execute: [
        // A signature is checked though the token came straight from the provider: a proxy may stand between.
        oidc.enableNonRepudiationChecks,
        // The environment takes plain http on loopback only.
        ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    });
  }

  private refusalOf(error: unknown): ProblemError {
    const code = codeOf(error);
    if (isAway(error)) return this.noted('OIDC_AWAY', code);
    return this.noted(
      code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR' ? 'OIDC_DECLINED' : 'OIDC_NOT_TRUSTED',
      code,
    );
  }

  /** What was wrong is for the operator, by the library's code alone; the caller learns that it did not hold. */
  private noted(refusal: 'OIDC_AWAY' | 'OIDC_DECLINED' | 'OIDC_NOT_TRUSTED', code: string): ProblemError {
    this.log.warn('a sign-in by the provider was refused', { error: code });
    return refused(refusal);
  }
}

/** The way of the standard where the provider takes it, else the other that all know. */
const withSecret = (secret: string): oidc.ClientAuth => {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...more) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_basic') ? basic : post)(server, ...more);
  };
};

const codeOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
};

interface Failure {
  readonly name?: string;
  readonly code?: string;
  readonly status?: number;
  readonly cause?: Failure;
}

/** No connection, no answer in time, or a fault of the provider's own. */
const isAway = (error: unknown): boolean => {
  const { name, code, status, cause } = error as Failure;
  const isUnreached = [name, cause?.name].includes('TypeError') && code === undefined;
  return isUnreached || code === 'OAUTH_TIMEOUT' || (status ?? cause?.status ?? 0) >= 500;
};
