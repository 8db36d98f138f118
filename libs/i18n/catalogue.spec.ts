import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue as commands, problemCodes, validationReasons } from '@rectify/contracts';
import {
  ADMINISTRATOR,
  allPosts,
  CHANNELS,
  activityKinds,
  commandTypes,
  dutyKinds,
  lookBackVerdicts,
  everyObligationKind,
  PLEDGE,
  pledgeVerdicts,
  refusals,
  selfCheckReasons,
  selfCheckVerdicts,
  shippedTemplates,
  stageKinds,
  withdrawableSteps,
} from '@rectify/domain';
import type { ProblemStatus } from '@rectify/domain';
import { schemas } from '@rectify/read-models';
import { catalogue, fill, text } from './index';

const zh = catalogue['zh-CN'];
const { en } = catalogue;
const singular = /_one$/;

/** Held to the domain's union by the compiler, since a type has no list at run time. */
const statuses = Object.keys({
  reported: 1,
  excluded: 1,
  handedOver: 1,
  included: 1,
  merged: 1,
  split: 1,
  issued: 1,
  acknowledged: 1,
  planSubmitted: 1,
  rectifying: 1,
  claimed: 1,
  reviewed: 1,
  accepted: 1,
  noticed: 1,
  sustained: 1,
  terminated: 1,
  closed: 1,
} satisfies Record<ProblemStatus, 1>);

const rungs = shippedTemplates().flatMap(({ ladders }) => [
  ...ladders.work,
  ...ladders.decision,
  ...ladders.answer,
]);
const lines = path.join(__dirname, '../read-models/timeline');
/** Every event whose line in the record carries the hash of what it rests on: the decisions that are looked up. */
const decided = readdirSync(lines)
  .filter((file) => /lines.*\.ts$/.test(file) && !file.includes('.spec.'))
  .flatMap((file) => readFileSync(path.join(lines, file), 'utf8').split(/^ {2}(?=[A-Z]\w+: \()/m))
  .filter((line) => /subject: \{[^}]*basisHash/.test(line))
  .map((line) => line.slice(0, line.indexOf(':')));

/** Registering a person goes with their account. */
const withForm = commands
  .filter(({ aggregate, type }) => aggregate !== 'template' && type !== 'RegisterPerson')
  .map(({ type }) => type);

const needed: Record<string, readonly string[]> = {
  refusal: [...Object.keys(refusals), ...problemCodes, 'NETWORK'],
  validation: validationReasons,
  command: commandTypes,
  open: withForm,
  confirm: withForm,
  event: Object.values(schemas).flatMap((ofAggregate) => Object.keys(ofAggregate)),
  obligation: everyObligationKind,
  stage: stageKinds,
  status: statuses,
  post: [...allPosts, ADMINISTRATOR],
  duty: dutyKinds,
  activity: [...activityKinds, PLEDGE],
  verdict: pledgeVerdicts,
  lookBack: lookBackVerdicts,
  selfCheckVerdict: selfCheckVerdicts,
  selfCheck: selfCheckReasons,
  rung: rungs.map(({ rung }) => rung),
  act: [...withdrawableSteps, ...decided],
  channel: CHANNELS,
  letter: rungs.flatMap(({ letter }) => letter ?? []),
  rungDo: rungs.map((rung) => rung.do),
};

describe('the catalogue', () => {
  it('has the same keys in both languages; only a singular may stand in one', () => {
    const keysOf = (texts: object) =>
      Object.keys(texts)
        .filter((key) => !singular.test(key))
        .sort();
    expect(keysOf(en)).toEqual(keysOf(zh));
  });

  it.each(Object.entries(needed))('has a text for every %s', (area, names) => {
    const missing = names.filter((name) => !zh[`${area}.${name}`] || !en[`${area}.${name}`]);
    expect(missing).toEqual([]);
  });

  it('has the same places in both languages', () => {
    const placesOf = (written: string | undefined) =>
      [...new Set((written ?? '').match(/\{\{\w+\}\}/g) ?? [])].sort();
    const uneven = Object.keys(zh).filter(
      (key) => JSON.stringify(placesOf(zh[key])) !== JSON.stringify(placesOf(en[key])),
    );
    // A Chinese day needs no name of its month, an English one no weekday first: every place is used in both all the same.
    expect(uneven).toEqual([]);
  });

  it('says in the singular what it counts, where that can be one', () => {
    const many = /\{\{count\}\} (?:[a-z-]+ )*?(?:[a-z]+s|people|are|move)\b/;
    // Folded or cut lists, what every template has several of, and the rung before one day ahead: never one.
    const neverOne = new Set([
      ...['record.reminders', 'record.answers', 'record.openings', 'record.whole'],
      ...['launch.templateItems', 'launch.stagesCaption', 'launch.itemsCaption', 'launch.dueCount'],
      ...['ledger.captionSome', 'ledger.captionFirst', 'ledger.scrolling', 'todo.some', 'audit.more'],
      ...['mail.subject.ahead', 'mail.line.ahead'],
    ]);
    const plural = Object.keys(en).filter((key) => many.test(en[key] ?? '') && !neverOne.has(key));
    expect(plural.length).toBeGreaterThan(20);
    expect(plural.filter((key) => !en[`${key}_one`] && !singular.test(key))).toEqual([]);
  });

  it('holds the voice: no exclamation, no 您, no “please” and no “sorry”', () => {
    const loud = Object.entries(zh).filter(([, written]) => /[!！您亲哦]|失败|非法|无效/.test(written));
    const soft = Object.entries(en).filter(([, written]) => /!|\bplease\b|\bsorry\b/i.test(written));
    expect([...loud, ...soft]).toEqual([]);
  });

  it('says with every refusal why, and what can be done: two clauses at least, in both languages', () => {
    // These say what holds; there is nothing that could be done.
    const final = ['CAMPAIGN_OVER', 'POST_NOT_HELD', 'PERSON_LEFT', 'OUT_OF_BOUNDS', 'NOT_YET_YEAR_END'];
    const codes = Object.keys(zh).filter((key) => key.startsWith('refusal.'));
    const bare = codes.filter(
      (key) =>
        !final.includes(key.slice('refusal.'.length)) &&
        (!/[，。：].+[。]$/.test(zh[key] ?? '') || !/[.,;:–].+\.$/.test(en[key] ?? '')),
    );
    expect(codes.length).toBeGreaterThan(100);
    expect(bare).toEqual([]);
  });

  it('gives each key to one file', () => {
    const files = readdirSync(__dirname).filter((name) => name.endsWith('.zh-CN.json'));
    const keys = files.flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(path.join(__dirname, name), 'utf8')) as object),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.sort()).toEqual(Object.keys(zh).sort());
  });
});

describe('a text', () => {
  it('fills its places, and leaves empty what is missing', () => {
    expect(text('zh-CN', 'refusal.MEASURES_OPEN', { open: 2 })).toBe(
      '还有2条措施没有办结，全部办结后再申请销号。',
    );
    expect(text('zh-CN', 'refusal.MEASURES_OPEN')).toBe('还有条措施没有办结，全部办结后再申请销号。');
  });

  it('takes the singular where count is 1', () => {
    expect(text('en', 'light.soon', { count: 1 })).toBe('1 day left');
    expect(text('en', 'light.soon', { count: 2 })).toBe('2 days left');
    expect(text('zh-CN', 'light.soon', { count: 1 })).toBe('还有1天');
  });

  it('that nobody wrote answers its key', () => expect(fill({}, 'no.such')).toBe('no.such'));
});
