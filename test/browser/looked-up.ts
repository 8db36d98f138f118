import { client, type DemoWorld } from './demo-world';
import { ROLES, type Role } from './roles';

/** Public ids of what somebody of the demonstration world owes. */
export const obligations = async (
  world: DemoWorld,
): Promise<{ readonly vote: string; readonly late: string }> => {
  const first = async (role: Role, wanted: string): Promise<string> =>
    (await (await client(world, ROLES[role])).todo()).find(({ kind }) => kind === wanted)?.id ?? wanted;
  return { vote: await first('otherSecretary', 'castVote'), late: await first('owner', 'finishMeasure') };
};

/** The number in the record of a problem's closing. */
export const closing = async (world: DemoWorld): Promise<number> => {
  const secretary = await client(world, ROLES.secretary);
  const path = `/api/campaigns/${world.running.id}/timeline?limit=200`;
  const { body } = await secretary.get<{ items: readonly { type: string; version: number }[] }>(path);
  return body.items.find(({ type }) => type === 'ProblemClosed')?.version ?? 1;
};
