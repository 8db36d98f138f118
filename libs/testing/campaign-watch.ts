import { isDeepStrictEqual } from 'node:util';
import {
  civilDateOf,
  campaignDecider,
  fold,
  hashOf,
  obligations,
  react,
  rungReckoner,
  type Agenda,
  type CampaignCommand,
  type CampaignEvent,
  type ObligationKind,
} from '@rectify/domain';
import { contextOf, type CampaignWorld } from './campaign-world';
import { must } from './must';
import { separationBreaches } from './separation-audit';
import { voteBreaches } from './vote-audit';
import { watchList } from './watch-list';
import { watchLookBack } from './watch-look-back';

/** What may be owed again under its key: its date is the stage's end, and an answer put in doubt reopens it, and a letter about it; a draw waits while nothing stands closed. */
const mayReturn: readonly ObligationKind[] = [
  'answerCheckItem',
  'confirmScreening',
  'decideLetter',
  'drawSample',
];

/** Follows one campaign from state to state and throws at the first that breaks a rule. */
export const watchCampaign = () => {
  const versions = new Map<string, number>();
  const gone = new Set<string>();
  const rungs = new Set<string>();
  const numbers = new Set<number>();
  let owed = new Set<string>();
  let closed: readonly (readonly [string, number])[] = [];
  let seen = 0;
  let isOver = false;
  const lookBack = watchLookBack();
  const list = watchList();
  /** States as they were at their versions, to be folded again in the end. */
  const past: { readonly version: number; readonly campaign: CampaignWorld['campaign'] }[] = [];

  const event = ({ type, data }: CampaignEvent): void => {
    if ('basis' in data)
      must(hashOf(data.basis) === data.basisHash, 'what was approved is frozen with its own hash', type);
    must(
      !isOver || type === 'ProblemReopened',
      'nothing but a reopening happens in a campaign that is over',
      type,
    );
    if (type === 'ProblemReopened') isOver = false;
    if (type === 'ProblemIncluded' || type === 'PartIncluded') {
      must(!numbers.has(data.number), 'a number is never used again', data.number);
      numbers.add(data.number);
    }
    if (type === 'ObligationsDated') {
      for (const { key, dueVersion } of data.dated) {
        must(dueVersion === (versions.get(key) ?? 0) + 1, 'a due version rises by one', key);
        versions.set(key, dueVersion);
      }
    }
    if (type === 'DatesRecomputed') {
      for (const { key, from, to, dueVersion } of data.obligations) {
        const rises = from.dueOn === to.dueOn && from.since === to.since ? 0 : 1;
        must(dueVersion === (versions.get(key) ?? 0) + rises, 'a moved date is a new due version', key);
        versions.set(key, dueVersion);
      }
    }
    lookBack.event({ type, data } as CampaignEvent);
    list.event({ type, data } as CampaignEvent);
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

  const state = ({ campaign }: CampaignWorld, { wake, due }: Agenda): void => {
    isOver = campaign.status !== 'open';
    const now = obligations(campaign);
    const keys = new Set(now.map(({ key }) => key));
    must(keys.size === now.length, 'keys of obligations are unique', [...keys]);
    const isWaiting = keys.size > 0 || wake !== null || due.length > 0;
    must(
      campaign.status !== 'open' || isWaiting,
      'an open campaign always has an obligation or a dated next opening',
    );
    must(campaign.status !== 'withdrawn' || !isWaiting, 'a withdrawn campaign owes nothing', [...keys]);
    for (const { key, kind } of now)
      must(!gone.has(key) || mayReturn.includes(kind), 'a key never comes back', key);
    // What is still owed when a campaign ends waits for its reopening.
    if (!isOver) for (const key of owed) if (!keys.has(key)) gone.add(key);
    owed = keys;
    for (const [id, reopened] of closed) {
      const problem = campaign.problems[id];
      const isLeft = (problem?.reopenings.length ?? 0) > reopened;
      must(problem?.status === 'closed' || isLeft, 'only reopening leaves closed', id);
    }
    lookBack.state(campaign);
    closed = campaign.order.flatMap((id) => {
      const problem = campaign.problems[id];
      return problem?.status === 'closed' ? [[id, problem.reopenings.length] as const] : [];
    });
    list.state(campaign, now);
    for (const [id] of closed)
      must(
        campaign.problems[id]?.plan?.measures.every(({ finished }) => finished !== null) === true,
        'no sign-off without every measure in force finished',
        id,
      );
  };

  let last: CampaignWorld | undefined;

  const see = (world: CampaignWorld): void => {
    // What was refused has changed nothing.
    if (world === last) return;
    last = world;
    const agenda = react(world.campaign, world.now, world.calendar);
    for (const recorded of world.log.slice(seen)) event(recorded.event);
    if (world.log.length > seen) {
      state(world, agenda);
      past.push({ version: world.log.length, campaign: world.campaign });
    }
    seen = world.log.length;
    checkDeeds(world, agenda);
  };

  const end = (world: CampaignWorld): void => {
    const { campaign, log } = world;
    sameWhenFolded(campaign, log);
    // One more version of every fourth, whichever its length names.
    const then = log.length % 4 === 0 ? past[log.length % Math.max(1, past.length)] : undefined;
    if (then) sameWhenFolded(then.campaign, log.slice(0, then.version));
    const breaches = separationBreaches(world);
    must(breaches.length === 0, 'nobody stands on two sides of the separation', breaches);
    const miscounts = voteBreaches(world);
    must(miscounts.length === 0, 'a list is confirmed by exactly enough votes', miscounts);
  };

  /** The clock runs on and nobody acts: every rung of what is owed is then recorded. */
  const ranOn = ({ campaign, calendar }: CampaignWorld): void => {
    const reckon = rungReckoner(campaign.plan.ladders, calendar);
    for (const obligation of obligations(campaign)) {
      for (const { rung } of reckon(obligation)) {
        const id = `${obligation.key}:${obligation.dueVersion}:${rung}`;
        must(rungs.has(id), 'each rung at least once while the clock runs on', id);
      }
    }
  };

  return { see, end, ranOn };
};

/** Every deed that the process names is accepted and writes something, and it wakes after now. */
const checkDeeds = (world: CampaignWorld, { due, wake }: Agenda): void => {
  must(wake === null || wake.at > world.now, 'the process wakes after now', wake);
  for (const { kind } of due) {
    const decision = campaignDecider.decide(world.campaign, deedCommand(kind), contextOf(world, 'system'));
    must(decision.ok && decision.events.length > 0, 'a deed that is named is accepted', kind);
  }
};

export const deedCommand = (kind: Agenda['due'][number]['kind']): CampaignCommand => ({
  type: deeds[kind],
  data: {},
});
const deeds = { recompute: 'RecomputeDates', openStage: 'OpenStage', remind: 'IssueReminders' } as const;

type Log = CampaignWorld['log'];
const throughJson = new WeakMap<object, Log[number]>();

/** An entry as the log gives it back. */
const asRead = (entry: Log[number]): Log[number] => {
  const known = throughJson.get(entry);
  if (known) return known;
  const read = JSON.parse(JSON.stringify(entry)) as Log[number];
  must(isDeepStrictEqual(read, entry), 'an event survives JSON', entry.event.type);
  throughJson.set(entry, read);
  return read;
};

/** A prefix of the log, taken through JSON, folds to the state of its version. */
const sameWhenFolded = (campaign: CampaignWorld['campaign'], log: Log): void =>
  must(
    isDeepStrictEqual(fold(campaignDecider, log.map(asRead)), campaign),
    'the log folds to the state',
    log.length,
  );

/** Whether an obligation may be discharged by its day. */
export const hasBegun = ({ now }: CampaignWorld, { since }: { readonly since: string }): boolean =>
  since <= civilDateOf(now);
