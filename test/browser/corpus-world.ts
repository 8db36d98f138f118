import { randomUUID } from 'node:crypto';
import { addDays, instantAt, shippedTemplates, type CivilDate } from '@rectify/domain';
import { createClock, createPool } from '@rectify/event-store';
import type { Client } from '../harness/client';
import { drive, inputFor } from '../harness/drive';
import { PASSWORD, type Branch, type Organisation } from '../harness/organisation';
import { CORPUS, type Typing } from './corpus';
import type { Running } from './demo-world';

const read = async <Body>(who: Client, path: string): Promise<Body> => {
  const { status, body } = await who.get<Body>(path);
  if (status !== 200) throw new Error(`${path} → ${status}`);
  return body;
};

const findings = Object.fromEntries(
  (shippedTemplates().find(({ slug }) => slug === 'bland-casual')?.aspects ?? [])
    .flatMap(({ items }) => items.filter(({ clue }) => !clue).slice(0, 2))
    .slice(0, 8)
    .map(({ code }) => [code, ['发现的问题', '另一个问题']]),
);

/** Reviews are done of the first problem alone: the others stand on somebody's list. */
const leaving = () => {
  let first: string | undefined;
  return (kind: string, problemId: string | undefined): boolean => {
    if (kind !== 'reviewCompletion') return kind === 'acceptCompletion';
    first ??= problemId;
    return problemId !== first;
  };
};

/** Left alone until it is time for it, so that there is something to say on the way. */
const WORK: readonly string[] = ['finishMeasure', 'claimCompletion'];

/** Everybody writes the corpus, from the template to the claims; some reviews are left to be decided on. */
export const corpusWorld = async (
  typing: Typing,
  { district, branches }: Organisation,
  ownerUrl: string,
): Promise<Running> => {
  const [branch] = branches as [Branch];
  const posts = [
    'secretary',
    'deputySecretary',
    'organisationMember',
    'disciplineMember',
    'publicityMember',
  ] as const;
  const above = [typing.of(district.secretary), typing.of(district.supervisor)];
  const people = [...above, ...posts.map((post) => typing.of(branch[post]))];
  const [top] = above as [Client];
  const secretary = typing.of(branch.secretary);
  await writeAround(top, { branch, secretary }, district.unitId);
  const { body } = await secretary.command('/api/campaigns', {
    unitId: branch.unitId,
    template: 'bland-casual',
  });
  const id = String(body['id']);
  const { road, code } = await read<{ code: string; road: readonly { stage: string; startOn: CivilDate }[] }>(
    secretary,
    `/api/campaigns/${id}`,
  );
  const isLeft = leaving();
  const clock = createPool(ownerUrl, { max: 1 });
  try {
    for (const stage of ['mobilisation', 'screening', 'problemList', 'measures', 'deadlines']) {
      const day = road.find((each) => each.stage === stage)?.startOn ?? '';
      await createClock(clock).forwardTo(instantAt(day, '09:00'));
      if (stage === 'deadlines') {
        await writeOn(people, 'ReportProgress', { text: '已完成一半' });
        await askForTime(people, id);
      }
      await drive(people, {
        findings,
        leave: ({ kind, subject }) =>
          isLeft(kind, subject.problemId) || (stage !== 'deadlines' && WORK.includes(kind)),
        fill: (action, obligation) => {
          const usual = inputFor(action, obligation, findings);
          if (action.command === 'TriageProblem') return { ...usual, decision: 'include' };
          if (['ApproveStage', 'PassReview'].includes(action.command)) {
            return { ...usual, opinion: '同意' };
          }
          return usual;
        },
      });
    }
  } finally {
    await clock.end();
  }
  await writeOn(people, 'ReturnClaim', { missing: '缺会议通知留存', clock: 'goesOn' });
  const { items } = await read<{ items: readonly { id: string; code: string | null }[] }>(
    secretary,
    `/api/campaigns/${id}/problems?limit=200`,
  );
  const [talked] = items.filter((each) => each.code !== null);
  await secretary.command(`/api/campaigns/${id}/commands/comment-on-problem`, {
    problemId: talked?.id,
    text: '请一并留存会议通知',
  });
  return {
    id,
    code,
    problems: Object.fromEntries(items.flatMap((each) => (each.code ? [[each.code, each.code]] : []))),
  };
};

/** Names of a unit and of people, a template's words, what is entrusted and why. */
const writeAround = async (
  top: Client,
  { branch, secretary }: { branch: Branch; secretary: Client },
  districtId: string,
): Promise<void> => {
  const directory = '/api/directories/main/commands';
  const definition = shippedTemplates().find(({ slug }) => slug === 'bland-casual');
  await top.command('/api/templates/bland-casual/commands/publish-template', {
    definition: { ...definition, activities: [] },
  });
  await top.command(`${directory}/register-unit`, {
    ...{ unitId: randomUUID(), code: 'B08', parentId: districtId, name: '某支部' },
  });
  for (const [index] of CORPUS.entries()) {
    const made = await top.command('/api/accounts', {
      account: `typist${index}`,
      password: PASSWORD,
      name: '某同志',
    });
    const personId = made.body['personId'];
    await top.command(`${directory}/appoint-to-post`, { unitId: branch.unitId, post: 'member', personId });
  }
  await secretary.command(`${directory}/delegate`, {
    ...{ delegationId: randomUUID(), to: branch.deputySecretary.personId, powers: ['PassReview'] },
    ...{ startOn: '2026-03-02', endOn: '2026-03-20', reason: '出差期间' },
  });
};

/** What only some problems come to: progress, more time, a claim given back. */
const writeOn = async (
  people: readonly Client[],
  command: string,
  more: Record<string, unknown>,
): Promise<void> => {
  for (const person of people)
    for (const { action, alternatives } of await person.todo()) {
      const offered = [action, ...alternatives].find((each) => each?.command === command);
      if (offered) return void (await person.command(offered.path, { ...offered.defaults, ...more }));
    }
  throw new Error(`nobody is offered ${command}`);
};

/** More time is asked for besides what is owed. */
const askForTime = async (people: readonly Client[], id: string): Promise<void> => {
  for (const person of people) {
    const owed = (await person.todo()).find(({ kind }) => kind === 'claimCompletion');
    if (!owed) continue;
    const asked = { problemId: owed.subject.problemId, dueOn: addDays(owed.dueOn, 7) };
    const words = { reason: '会议改期', progress: '已完成一半' };
    return void (await person.command(`/api/campaigns/${id}/commands/request-extension`, {
      ...asked,
      ...words,
    }));
  }
};
