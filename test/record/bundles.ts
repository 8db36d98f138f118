import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aesSealer } from '../../libs/application/sealer';
import { shippedCalendarYears, type CampaignEvent, type Message } from '@rectify/domain';
import type { AppendRequest } from '../../libs/event-store/event-store';
import type { ChainedLine, ChainSource, Head } from '../../libs/event-store/record/bundle';
import { writeBundle } from '../../libs/event-store/record/write-bundle';
import { seal } from '../../libs/event-store/recorded';
import { campaignStream, launched, type CampaignWorld } from '../../libs/testing/campaign-world';
import { finish } from '../../libs/testing/model-finish';
import { play, type Move } from '../../libs/testing/model-moves';
import { modelTemplate } from '../../libs/testing/model-template';
import { directoryEvents } from '../../libs/testing/organisation';
import { keptText, reportHash } from '../../libs/domain/campaign/report-text';
import { randomOf } from '../simulation/random';
import { accessChain } from './access-chain';

type Entry = CampaignWorld['log'][number];
type Chains = readonly { readonly head: Head; readonly lines: readonly ChainedLine[] }[];

/** People who mostly do what they owe, so that few lives come to everything that a campaign can come to. */
const MOVES: readonly Move['kind'][] = [
  ...Array<Move['kind']>(12).fill('discharge'),
  ...['vary', 'vary', 'alternative', 'voluntary', 'voluntary', 'voluntary', 'any', 'any'],
  ...['assign', 'clock'],
] as Move['kind'][];
const LONG = 160;
const MOST = 10_000;

/** The random campaign of a seed, played on to its end. */
export const campaignOf = (seed: number): CampaignWorld => {
  const { pick, below } = randomOf(seed);
  let world = launched({ template: modelTemplate() });
  for (let n = 0; n < LONG; n += 1)
    world = play(world, { kind: pick(MOVES), a: below(MOST), b: below(MOST), c: below(MOST) });
  return finish(world, () => undefined);
};

/** As the write path stores it: reports sealed until their triage, under keys that nobody keeps. */
const asStored = (log: readonly Entry[]): readonly Entry[] => {
  const reports = new Map<string, Extract<CampaignEvent, { type: 'ProblemReported' }>['data']>();
  return log.map((entry): Entry => {
    const { event } = entry;
    if (event.type === 'ProblemReported') {
      const { problemId, item, title, detail } = event.data;
      reports.set(problemId, event.data);
      const { sealed } = aesSealer.seal(problemId, { title, detail });
      const data = { ...event.data, title: '', detail: '', sealed };
      return {
        ...entry,
        event: { ...event, data: { ...data, textHash: reportHash(item, { title: '', detail: '' }, sealed) } },
      };
    }
    if (event.type !== 'ProblemIncluded' && event.type !== 'ProblemExcluded') return entry;
    const report = reports.get(event.data.problemId);
    if (!report) return entry;
    const data = { ...event.data, text: keptText(report.item, report) };
    return { ...entry, event: { ...event, data } as CampaignEvent };
  });
};

const system = { at: '2026-01-05T01:00:00.000Z', actor: { kind: 'system' } } as const;
type Told = Omit<Entry, 'event' | 'version'> & { readonly event: Message };

/** The chain that the store would have made of these events. */
export const chainOf = (stream: string, told: readonly Told[]): Chains[number] => {
  const lines: ChainedLine[] = [];
  let previousHash = '';
  for (const [expectedVersion, { event, at: now, actor }] of told.entries()) {
    const principal = actor.kind === 'person' ? actor.personId : 'campaign';
    const key = { space: actor.kind, principal, id: `c-${expectedVersion}` };
    const request = { key, actor, as: null, stream, expectedVersion, previousHash, now, cause: null };
    const [sealed] = seal({ ...request, events: [{ schema: 1, event }] } as unknown as AppendRequest);
    if (!sealed) throw new Error('nothing was sealed');
    lines.push({ bytes: sealed.bytes, hash: sealed.hash });
    previousHash = sealed.hash;
  }
  return { head: { stream, version: lines.length, hash: previousHash }, lines };
};

/** Every stream of a campaign's bundle, in their order. */
export const chainsOf = ({ log, template }: CampaignWorld): Chains => [
  chainOf(
    'calendar/cn',
    shippedCalendarYears().map((data) => ({ ...system, event: { type: 'CalendarYearImported', data } })),
  ),
  chainOf(campaignStream, asStored(log)),
  chainOf(
    'directory/main',
    // A name that has another form in Unicode.
    directoryEvents().map((event) => ({
      ...system,
      event: JSON.parse(JSON.stringify(event).replace('第二支部', 'Café 第二支部')) as Message,
    })),
  ),
  chainOf('template/bland-casual', [
    {
      ...system,
      event: { type: 'TemplatePublished', data: { version: 1, definition: template.latest } },
    },
  ]),
];

const sourceOf = async function* (chains: Chains): ChainSource {
  for (const { head, lines } of chains) yield { head, lines: sourceLines(lines) };
};
const sourceLines = async function* (lines: readonly ChainedLine[]): AsyncGenerator<ChainedLine> {
  yield* lines;
};

/** Writes the bundle of a campaign where `folder` is not yet. */
export const bundleOf = async (world: CampaignWorld, folder: string): Promise<void> => {
  const from = {
    install: '01900000-0000-7000-8000-00000000cafe',
    epoch: 1,
    mode: 'test',
    madeAt: world.now,
    scope: { campaign: campaignStream },
  };
  const access = sourceOf([accessChain(campaignStream, 12)]);
  await writeBundle(folder, { from, events: sourceOf(chainsOf(world)), access });
};

export const readParts = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['manifest.json', 'events.ndjson', 'access.ndjson'].map((name) => [
      name,
      readFileSync(path.join(folder, name), 'utf8'),
    ]),
  );
