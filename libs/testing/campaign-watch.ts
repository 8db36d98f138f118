import {
  civilDateOf,
  fold,
  campaignDecider,
  obligations,
  react,
  type CampaignCommand,
  type CampaignEvent,
  type ObligationKind,
} from '@rectify/domain';
import { decideIn, type CampaignWorld } from './campaign-world';

/** Says which rule a campaign broke; the model test shrinks to the moves that lead there. */
const must = (holds: boolean, rule: string, detail: unknown = ''): void => {
  if (!holds) throw new Error(`${rule}: ${JSON.stringify(detail)}`);
};

/** What may be owed again under its key: its date is the stage's end, and an answer put in doubt reopens it, and a letter about it. */
const mayReturn: readonly ObligationKind[] = ['answerCheckItem', 'confirmScreening', 'decideLetter'];

/** Follows one campaign from state to state and throws at the first that breaks a rule. */
export const watchCampaign = () => {
  const versions = new Map<string, number>();
  const gone = new Set<string>();
  const rungs = new Set<string>();
  const numbers = new Set<number>();
  let owed = new Set<string>();
  let closed: readonly string[] = [];
  let seen = 0;
  let isOver = false;

  const event = ({ type, data }: CampaignEvent): void => {
    must(!isOver, 'nothing happens in a campaign that is over', type);
    must(
      JSON.stringify(JSON.parse(JSON.stringify(data))) === JSON.stringify(data),
      'an event survives JSON',
      data,
    );
    if (type === 'CampaignSignedOff' || type === 'CampaignWithdrawn') isOver = true;
    if (type === 'ProblemIncluded') {
      must(!numbers.has(data.number), 'a number is never used again', data.number);
      numbers.add(data.number);
    }
    if (type === 'ObligationsDated') {
      for (const { key, dueVersion } of data.dated) {
        must(dueVersion === (versions.get(key) ?? 0) + 1, 'a due version rises by one', key);
        versions.set(key, dueVersion);
      }
    }
    if (type === 'LetterDrafted') {
      const id = `letter ${data.kind} ${data.key}:${data.dueVersion}`;
      must(!rungs.has(id), 'no letter is drafted twice', id);
      rungs.add(id);
    }
    if (type === 'LetterIssued') {
      must(!rungs.has(data.number), 'a letter’s number is never used again', data.number);
      rungs.add(data.number);
    }
    if (type !== 'RemindersIssued') return;
    for (const { key, dueVersion, rung } of data.rungs) {
      const id = `${key}:${dueVersion}:${rung}`;
      must(!rungs.has(id), 'no rung twice', id);
      rungs.add(id);
    }
  };

  const state = ({ campaign }: CampaignWorld): void => {
    const now = obligations(campaign);
    const keys = new Set(now.map(({ key }) => key));
    must(keys.size === now.length, 'keys of obligations are unique', [...keys]);
    must(
      campaign.status !== 'open' || keys.size > 0,
      'an open campaign always has an obligation',
      campaign.status,
    );
    for (const { key, kind } of now)
      must(!gone.has(key) || mayReturn.includes(kind), 'a key never comes back', key);
    for (const key of owed) if (!keys.has(key)) gone.add(key);
    owed = keys;
    for (const id of closed) must(campaign.problems[id]?.status === 'closed', 'closed stays closed', id);
    closed = campaign.order.filter((id) => campaign.problems[id]?.status === 'closed');
  };

  const see = (world: CampaignWorld): void => {
    for (const recorded of world.log.slice(seen)) event(recorded.event);
    if (world.log.length > seen) state(world);
    seen = world.log.length;
    deeds(world);
  };

  return { see, end: (world: CampaignWorld) => sameWhenFolded(world) };
};

/** Every deed that the process names is accepted and writes something, and it wakes after now. */
const deeds = (world: CampaignWorld): void => {
  const { due, wake } = react(world.campaign, world.now, world.calendar);
  must(wake === null || wake.at > world.now, 'the process wakes after now', wake);
  for (const { kind } of due) {
    const decision = decideIn(world, 'system', deedCommand(kind));
    must(decision.ok && decision.events.length > 0, 'a deed that is named is accepted', kind);
  }
};

export const deedCommand = (kind: 'openStage' | 'remind'): CampaignCommand => ({
  type: kind === 'openStage' ? 'OpenStage' : 'IssueReminders',
  data: {},
});

/** The log, taken through JSON, folds to the state; so does the state itself survive JSON. */
const sameWhenFolded = ({ campaign, log }: CampaignWorld): void => {
  const copy = JSON.parse(JSON.stringify(log)) as typeof log;
  const folded = JSON.stringify(sorted(fold(campaignDecider, copy)));
  must(folded === JSON.stringify(sorted(campaign)), 'the log folds to the state');
  must(
    JSON.stringify(JSON.parse(JSON.stringify(campaign))) === JSON.stringify(campaign),
    'the state survives JSON',
  );
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/** Whether an obligation may be discharged by its day. */
export const hasBegun = ({ now }: CampaignWorld, { since }: { readonly since: string }): boolean =>
  since <= civilDateOf(now);
