import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@rectify/domain';
import { drive } from '../../harness/drive';
import { setFirstDay, setUpOrganisation } from '../../harness/organisation';
import { testPostgres } from '../../harness/postgres';
import { startStack, type Stack } from '../../harness/stack';
import type { Client } from '../../harness/client';

/** So many problems a campaign, made by answers of twenty each: a campaign holds at most 300. */
const PER_CAMPAIGN = 280;
const PER_ANSWER = 20;

export interface BigLedger {
  readonly stack: Stack;
  /** Whose ledger is that long: they hold the same post in several units. */
  readonly account: string;
  readonly rows: number;
}

/** A stack whose reader has a ledger of about that many rows, over campaigns of several units, by commands alone. */
export const bigLedger = async (rows: number): Promise<BigLedger> => {
  const ownerUrl = await (await testPostgres()).freshDatabase();
  await setFirstDay(ownerUrl);
  const stack = await startStack({ ownerUrl, webs: 1 });
  const { district, branches } = await setUpOrganisation(stack, { branches: 1 });
  const [branch] = branches;
  if (!branch) throw new Error('no branch');
  const members: readonly Client[] = [
    branch.secretary,
    branch.deputySecretary,
    branch.organisationMember,
    branch.disciplineMember,
    branch.publicityMember,
  ];
  const posts = ['secretary', 'deputySecretary', 'organisationMember', 'disciplineMember', 'publicityMember'];
  const everybody = [district.secretary, district.supervisor, ...members];
  const directory = (command: string, body: object) =>
    district.secretary.command(`/api/directories/main/commands/${command}`, body);
  const campaigns: string[] = [];
  for (let number = 0; number < Math.ceil(rows / PER_CAMPAIGN); number += 1) {
    const unitId = randomUUID();
    await directory('register-unit', {
      unitId,
      code: `L${number + 1}`,
      name: `第${number + 11}支部`,
      parentId: district.unitId,
    });
    for (const [place, person] of members.entries())
      await directory('appoint-to-post', { unitId, post: posts[place], personId: person.personId });
    const launch = { unitId, template: 'bland-casual' };
    campaigns.push(String((await branch.secretary.command('/api/campaigns', launch)).body['id']));
  }
  const { body } = await branch.secretary.get<{ road: { stage: string; startOn: CivilDate }[] }>(
    `/api/campaigns/${campaigns[0] ?? ''}`,
  );
  for (const stage of ['mobilisation', 'screening']) {
    const to = body.road.find((each) => each.stage === stage)?.startOn;
    await branch.secretary.command('/api/clock/forward', { to });
    if (stage === 'mobilisation') await drive(everybody);
  }
  const titles = (item: string): string[] =>
    Array.from({ length: PER_ANSWER }, (_, index) => `${item} 的第${index + 1}个问题：记录不全、未按期召开`);
  const items = Array.from({ length: PER_CAMPAIGN / PER_ANSWER }, (_, index) => `B1-${index + 1}`);
  await drive(everybody, {
    findings: Object.fromEntries(items.map((item) => [item, titles(item)])),
    leave: ({ kind }) => kind !== 'answerCheckItem',
  });
  return { stack, account: branch.secretary.account, rows: campaigns.length * PER_CAMPAIGN };
};
