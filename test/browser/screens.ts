import { TITLES, type DemoWorld } from './demo-world';
import { closing, obligations } from './looked-up';
import type { Role } from './roles';

/** Pages that look alike are of one kind: one of each is examined in every look. */
export type ScreenKind =
  | 'firstSetUp'
  | 'outside'
  | 'todo'
  | 'decision'
  | 'campaigns'
  | 'campaign'
  | 'launch'
  | 'calendar'
  | 'ledger'
  | 'problem'
  | 'account'
  | 'month'
  | 'search'
  | 'keys'
  | 'print'
  | 'audit'
  | 'settings'
  | 'notThere';

export interface Screen {
  readonly name: string;
  readonly kind: ScreenKind;
  /** Null: nobody is signed in. */
  readonly role: Role | null;
  /** An address of the installation, or a whole one of another. */
  readonly path: string;
}

/** Every page of the application, in the states that this installation has. */
export const screensOf = async (world: DemoWorld): Promise<readonly Screen[]> => {
  const { running, voting } = world;
  const problem = (title: string): string => `/p/${running.problems[title] ?? ''}`;
  const owed = await obligations(world);
  return [
    { name: 'signing in', kind: 'outside', role: null, path: '/sign-in' },
    { name: 'first set-up', kind: 'firstSetUp', role: null, path: `${world.empty}/sign-in` },
    { name: 'a new password', kind: 'outside', role: null, path: `/reset#${'a'.repeat(43)}` },
    { name: 'back from a provider', kind: 'outside', role: null, path: '/oidc' },
    { name: 'to-do', kind: 'todo', role: 'secretary', path: '/todo' },
    { name: 'to-do, waiting for others', kind: 'todo', role: 'secretary', path: '/todo?box=waiting' },
    { name: 'to-do, overdue work', kind: 'todo', role: 'owner', path: '/todo' },
    { name: 'to-do, nothing', kind: 'todo', role: 'idleSecretary', path: '/todo' },
    { name: 'to-do of the unit above', kind: 'todo', role: 'above', path: '/todo' },
    { name: 'to-do of who keeps it running', kind: 'todo', role: 'administrator', path: '/todo' },
    { name: 'a decision', kind: 'decision', role: 'otherSecretary', path: `/t/${owed.vote}` },
    { name: 'work that is late', kind: 'decision', role: 'owner', path: `/t/${owed.late}` },
    { name: 'somebody else’s turn', kind: 'decision', role: 'secretary', path: `/t/${owed.late}` },
    { name: 'campaigns', kind: 'campaigns', role: 'secretary', path: '/c' },
    { name: 'campaigns of a day', kind: 'campaigns', role: 'secretary', path: '/c?asOf=2026-04-30' },
    { name: 'campaigns, none', kind: 'campaigns', role: 'idleSecretary', path: '/c' },
    { name: 'campaigns of the units below', kind: 'campaigns', role: 'above', path: '/c' },
    { name: 'launching', kind: 'launch', role: 'idleSecretary', path: '/c/new' },
    { name: 'launching, not theirs', kind: 'launch', role: 'member', path: '/c/new' },
    { name: 'a campaign', kind: 'campaign', role: 'secretary', path: `/c/${running.code}` },
    { name: 'a campaign, to a member', kind: 'campaign', role: 'member', path: `/c/${running.code}` },
    { name: 'a campaign, to the unit above', kind: 'campaign', role: 'above', path: `/c/${running.code}` },
    { name: 'a campaign that votes', kind: 'campaign', role: 'otherSecretary', path: `/c/${voting.code}` },
    {
      name: 'a campaign before',
      kind: 'campaign',
      role: 'secretary',
      path: `/c/${running.code}?asOf=2026-04-30`,
    },
    {
      name: 'a campaign before and now',
      kind: 'campaign',
      role: 'secretary',
      path: `/c/${running.code}?asOf=2026-04-30&compare=1`,
    },
    { name: 'its calendar', kind: 'calendar', role: 'secretary', path: `/c/${running.code}/calendar` },
    ...(['screening', 'review', 'lookback', 'docs', 'log'] as const).map((tab) => ({
      name: `its ${tab}`,
      kind: 'campaign' as const,
      role: 'secretary' as const,
      path: `/c/${running.code}/${tab}`,
    })),
    {
      name: 'its review, while it votes',
      kind: 'campaign',
      role: 'otherSecretary',
      path: `/c/${voting.code}/review`,
    },
    {
      name: 'its screening, to the unit above',
      kind: 'campaign',
      role: 'above',
      path: `/c/${running.code}/screening`,
    },
    { name: 'its ledger', kind: 'ledger', role: 'secretary', path: `/c/${running.code}/ledger` },
    {
      name: 'its ledger, late only',
      kind: 'ledger',
      role: 'member',
      path: `/c/${running.code}/ledger?light=overdue`,
    },
    {
      name: 'its ledger, nothing such',
      kind: 'ledger',
      role: 'member',
      path: `/c/${running.code}/ledger?light=normal&owner=me`,
    },
    { name: 'ledger', kind: 'ledger', role: 'secretary', path: '/ledger' },
    { name: 'ledger of 24', kind: 'ledger', role: 'otherSecretary', path: '/ledger?rows=scroll' },
    { name: 'ledger, no campaign', kind: 'ledger', role: 'idleSecretary', path: '/ledger' },
    { name: 'a problem that is late', kind: 'problem', role: 'secretary', path: problem(TITLES.late) },
    { name: 'a problem, to its owner', kind: 'problem', role: 'owner', path: problem(TITLES.late) },
    { name: 'a problem that is closed', kind: 'problem', role: 'secretary', path: problem(TITLES.closed) },
    {
      name: 'a problem that was opened again',
      kind: 'problem',
      role: 'secretary',
      path: problem(TITLES.reopened),
    },
    { name: 'a problem with a long name', kind: 'problem', role: 'secretary', path: problem(TITLES.long) },
    { name: 'a problem to be reviewed', kind: 'problem', role: 'secretary', path: problem(TITLES.claimed) },
    {
      name: 'a problem of another unit',
      kind: 'notThere',
      role: 'idleSecretary',
      path: problem(TITLES.late),
    },
    { name: 'no such address', kind: 'notThere', role: 'secretary', path: '/no/such/page' },
    { name: 'people and posts', kind: 'settings', role: 'secretary', path: '/settings' },
    { name: 'people and posts, to the unit above', kind: 'settings', role: 'above', path: '/settings' },
    {
      name: 'people and posts, to who keeps it running',
      kind: 'settings',
      role: 'administrator',
      path: '/settings',
    },
    { name: 'an import of the organisation', kind: 'settings', role: 'above', path: '/settings/import' },
    { name: 'an import, not theirs', kind: 'settings', role: 'secretary', path: '/settings/import' },
    { name: 'delegation', kind: 'settings', role: 'secretary', path: '/settings/delegation' },
    { name: 'the calendar’s years', kind: 'settings', role: 'above', path: '/settings/calendar' },
    { name: 'channels', kind: 'settings', role: 'secretary', path: '/settings/channels' },
    { name: 'templates', kind: 'settings', role: 'secretary', path: '/settings/templates' },
    { name: 'first steps', kind: 'settings', role: 'secretary', path: '/settings/start' },
    { name: 'settings, not theirs', kind: 'settings', role: 'member', path: '/settings' },
    { name: 'the month', kind: 'month', role: 'secretary', path: '/calendar?month=2026-06' },
    { name: 'the month, as a list', kind: 'month', role: 'member', path: '/calendar?view=list' },
    { name: 'found', kind: 'search', role: 'secretary', path: `/search?q=${encodeURIComponent('谈心谈话')}` },
    { name: 'nothing found', kind: 'search', role: 'member', path: '/search?q=zzzz' },
    { name: 'the keys', kind: 'keys', role: 'member', path: '/keys' },
    {
      name: 'the ledger on paper',
      kind: 'print',
      role: 'secretary',
      path: `/print/ledger?code=${running.code}`,
    },
    {
      name: 'the ledger on wide paper',
      kind: 'print',
      role: 'secretary',
      path: `/print/ledger?code=${running.code}&paper=A3`,
    },
    {
      name: 'the three lists on paper',
      kind: 'print',
      role: 'secretary',
      path: `/print/lists?code=${running.code}`,
    },
    {
      name: 'a problem on paper',
      kind: 'print',
      role: 'secretary',
      path: `/print/problem?code=${running.problems[TITLES.reopened] ?? ''}`,
    },
    { name: 'decisions', kind: 'audit', role: 'secretary', path: `/audit?code=${running.code}` },
    { name: 'decisions, none', kind: 'audit', role: 'idleSecretary', path: '/audit' },
    {
      name: 'one decision',
      kind: 'audit',
      role: 'secretary',
      path: `/audit?code=${running.code}&at=${await closing(world)}`,
    },
    { name: 'a paper to be checked', kind: 'audit', role: 'secretary', path: '/audit/verify' },
    {
      name: 'a paper that says something else',
      kind: 'audit',
      role: 'secretary',
      path: `/audit/verify?code=${running.code}&asOf=2026-04-30&version=1&hash=x${'0'.repeat(16)}`,
    },
    { name: 'one’s account', kind: 'account', role: 'secretary', path: '/account' },
  ];
};
