import { commandTypes, grantReaches, type DirectoryEvent } from '@rectify/domain';
import { z } from 'zod';
import { pageQuery } from './campaign';
import { LIMITS } from './limits';
import { account, civilDate, instant, line, listOf, password, post, upTo, uuid } from './primitives';
import { unitCode } from './commands.directory';
import { preferences } from './preferences';

const { typed } = LIMITS;

/** What signs in; the answer says nothing of which of the two was wrong. */
const typedPassword = upTo(typed.password);
/** Six digits of an authenticator, or one of the codes kept for the day it is lost. */
const code = upTo(typed.code, 0, z.string().trim());
export const signIn = z.strictObject({
  account: upTo(typed.account),
  password: typedPassword,
  /** Asked for (TOTP_REQUIRED) where the person has a second factor. */
  code: code.exactOptional(),
});
/** The person behind the session once more. */
export const confirmSession = z.strictObject({ password: typedPassword });

export const totpState = z
  .strictObject({
    /** False: the installation has no key to seal secrets with. */
    offered: z.boolean(),
    on: z.boolean(),
    recoveryCodes: z.int(),
  })
  .meta({ id: 'Totp' });
/** For an authenticator, typed or as a link; shown this once. */
export const totpBegun = z.strictObject({ secret: z.string(), uri: z.string() }).meta({ id: 'TotpBegun' });
export const confirmTotp = z.strictObject({ code });
export const totpConfirmed = z
  .strictObject({ recoveryCodes: z.array(z.string()) })
  .meta({ id: 'TotpConfirmed' });

const heldPost = z
  .strictObject({
    ...{ unitId: uuid, unitCode: z.string(), unitName: z.string(), post },
    /** The first day of the tenure and the last; null: it goes on. */
    ...{ from: civilDate, to: civilDate.nullable() },
  })
  .meta({ id: 'HeldPost' });

export const me = z
  .strictObject({
    personId: uuid,
    name: z.string(),
    account: z.string(),
    posts: z.array(heldPost),
    /** Registers people and proposes appointments; holds no post. */
    administrator: z.boolean(),
    /** Units whose records, and units below whose counts only, are readable. */
    scope: z.strictObject({ records: z.array(uuid), counts: z.array(uuid) }),
    mode: z.enum(['production', 'demo', 'test']),
    /** The password is older than the installation's policy allows: nothing is done before it is changed. */
    passwordExpired: z.boolean(),
    /** Until then this session signs without asking for the password once more; null with a token. */
    confirmedUntil: instant.nullable(),
    /** In how many seconds this session ends: when nothing is asked any more, and whatever happens; null with a token. */
    sessionEnds: z.strictObject({ idleSeconds: z.int(), seconds: z.int() }).nullable(),
    preferences,
    now: instant,
  })
  .meta({ id: 'Me' });
export type MeView = z.infer<typeof me>;

export const personStandings = ['holdsPost', 'noPost', 'administrator', 'frozen', 'left'] as const;
export const person = z
  .strictObject({
    personId: uuid,
    name: z.string(),
    posts: z.array(heldPost),
    standing: z.enum(personStandings),
    /** Tenures that have ended, the latest last. */
    heldBefore: z.array(heldPost),
    /** Days of absence that are not over, where the caller may say that they are. */
    away: z.array(z.strictObject({ from: civilDate, to: civilDate })),
    /** What they sign in by, where the caller opens and closes it. */
    accounts: z.array(z.strictObject({ accountId: uuid, account: z.string() })),
    /** What the directory would take from the caller about this person, by the names of its commands. */
    may: z.array(z.enum(commandTypes)),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof person>;
export const personList = listOf(person).meta({ id: 'PersonList' });
/** `others`: whoever holds no post, for those who fill posts. */
export const peopleQuery = pageQuery.extend({ box: z.enum(['holders', 'others']).exactOptional() });

const named = z.strictObject({ personId: uuid, name: z.string() });

/** What a post, and who holds it, can become by; the words of the log. */
export const tenureActs = [
  ...(['AppointmentProposed', 'AppointmentConfirmed', 'AppointmentDeclined'] as const),
  ...(['AppointedToPost', 'TenureEnded', 'PersonLeft', 'PersonFrozen', 'PersonUnfrozen'] as const),
] as const satisfies readonly DirectoryEvent['type'][];

/** One line of the record of the posts. */
export const tenureLine = z
  .strictObject({
    at: instant,
    type: z.enum(tenureActs),
    unit: z.strictObject({ unitId: uuid, code: z.string(), name: z.string() }),
    post,
    person: named,
    /** Of a tenure its first and last day, null while it goes on; a proposal has none. */
    from: civilDate.nullable(),
    to: civilDate.nullable(),
    /** Why a proposal was declined. */
    reason: z.string().nullable(),
    /** In the post in which they acted; null: the system. */
    by: named.extend({ unitId: uuid.nullable(), post: post.nullable() }).nullable(),
  })
  .meta({ id: 'TenureLine' });
export type TenureLineView = z.infer<typeof tenureLine>;
export const tenureList = listOf(tenureLine).meta({ id: 'TenureList' });

/** Powers that somebody entrusted to somebody else, both days included; what has not ended. */
export const delegation = z
  .strictObject({
    id: uuid,
    from: named,
    to: named,
    powers: z.array(z.enum(commandTypes)),
    startOn: civilDate,
    endOn: civilDate,
    may: z.array(z.enum(commandTypes)),
  })
  .meta({ id: 'Delegation' });
export type DelegationView = z.infer<typeof delegation>;
export const delegationList = listOf(delegation).meta({ id: 'DelegationList' });

/** That somebody who inspects reads a unit's records, both days included; what has not ended. */
export const readingGrant = z
  .strictObject({
    id: uuid,
    to: named,
    unit: z.strictObject({ unitId: uuid, code: z.string(), name: z.string() }),
    reach: z.enum(grantReaches),
    startOn: civilDate,
    endOn: civilDate,
    may: z.array(z.enum(commandTypes)),
  })
  .meta({ id: 'ReadingGrant' });
export type ReadingGrantView = z.infer<typeof readingGrant>;
export const readingGrantList = listOf(readingGrant).meta({ id: 'ReadingGrantList' });

export const unitList = listOf(
  z
    .strictObject({ unitId: uuid, code: z.string(), name: z.string(), parentId: uuid.nullable() })
    .meta({ id: 'Unit' }),
).meta({ id: 'UnitList' });

export const changePassword = z.strictObject({ current: typedPassword, next: password });

const appointment = z.strictObject({ unitId: uuid, post });
const email = z.email().max(LIMITS.text.email);
export const createAccount = z.strictObject({
  account,
  password,
  name: line(LIMITS.text.name),
  email: email.exactOptional(),
  /** The post the person is appointed to at once. */
  appoint: appointment.exactOptional(),
});
/** One more for somebody who is there. Its password is nobody's until its person sets one by a link. */
export const addAccount = z.strictObject({ account });
export const accountCreated = z
  .strictObject({ personId: uuid, accountId: uuid, account })
  .meta({ id: 'AccountCreated' });

/** With the link that somebody who may end the account has begun; it works once. */
export const resetPassword = z.strictObject({ token: upTo(typed.link), next: password });
/** The link is shown this once, to be handed over; only a hash of its token is kept. */
export const resetStarted = z
  .strictObject({ link: z.string(), token: z.string(), expiresAt: instant })
  .meta({ id: 'ResetStarted' });

/** One browser in which the caller is signed in. */
const session = z
  .strictObject({
    id: uuid,
    device: z.string(),
    signedInAt: instant,
    lastSeenAt: instant,
    /** The very session that asks. */
    current: z.boolean(),
  })
  .meta({ id: 'Session' });
export const sessionList = listOf(session).meta({ id: 'SessionList' });

export const tokenScopes = ['read', 'commands'] as const;
const tokenScope = z.enum(tokenScopes);
export const createToken = z.strictObject({
  name: line(LIMITS.text.tokenName),
  /** `read` asks only; `commands` may also do what the person may do, at each moment no more than that. */
  scope: tokenScope.default('read'),
  days: z.int().min(1).max(LIMITS.token.maxDays).default(LIMITS.token.defaultDays),
});
const tokenFields = { id: uuid, name: z.string(), scope: tokenScope, expiresAt: instant };
/** `token` is shown this once; only its hash is kept. */
export const tokenCreated = z
  .strictObject({ ...tokenFields, token: z.string() })
  .meta({ id: 'TokenCreated' });
export const tokenList = listOf(z.strictObject(tokenFields).meta({ id: 'Token' })).meta({ id: 'TokenList' });

/** The first unit, its secretary and their account; with the one-time code from the server's console. */
export const setUp = z.strictObject({
  code: upTo(typed.setUpCode),
  unit: z.strictObject({ code: unitCode, name: line(LIMITS.text.unitName) }),
  account,
  password,
  name: line(LIMITS.text.name),
  email: email.exactOptional(),
});
export const setUpState = z.strictObject({ needed: z.boolean() }).meta({ id: 'SetUpState' });
export const setUpDone = z.strictObject({ unitId: uuid, personId: uuid, account }).meta({ id: 'SetUpDone' });

export const demoAccounts = listOf(
  z
    .strictObject({
      account: z.string(),
      name: z.string(),
      unit: z.string(),
      post: z.string(),
      password: z.string(),
    })
    .meta({ id: 'DemoAccount' }),
).meta({ id: 'DemoAccountList' });
