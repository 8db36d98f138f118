import {
  duties,
  resolveHolder,
  type CampaignCommand,
  type Holder,
  type ReadonlyProblem,
} from '@rectify/domain';
import type { CampaignWorld } from './campaign-world';
import { aboutTheList } from './model-list';
import { tried } from './model-obligations';
import { newId } from './walk-campaign';

interface Numbers {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

interface Voluntary {
  readonly holder: Holder;
  readonly command: CampaignCommand;
}

/** What nobody owes but somebody may do for a problem, sent by whose it is; refused where its time has not come. */
export const playVoluntary = (world: CampaignWorld, { a, b, c }: Numbers): CampaignWorld => {
  const { campaign, directory } = world;
  const problem = campaign.problems[campaign.order[c % Math.max(1, campaign.order.length)] ?? ''];
  if (!problem) return world;
  const choices = voluntary(world, problem, b);
  const chosen = choices[a % choices.length];
  if (!chosen) return world;
  const { people } = resolveHolder(chosen.holder, directory, campaign.unitId);
  return tried(world, people[b % Math.max(1, people.length)]?.personId, chosen.command);
};

/** Changes of the list by the secretary, mostly of a problem that may still be changed; refused where the list is not open to it. */
export const playList = (world: CampaignWorld, { a, b, c }: Numbers): CampaignWorld => {
  const { campaign, directory } = world;
  const { order, problems } = campaign;
  const open = order.filter((id) => problems[id]?.status === 'included');
  const problemId = open[c % Math.max(1, open.length)] ?? order[c % Math.max(1, order.length)] ?? 'none';
  const commands: readonly CampaignCommand[] = [
    { type: 'CorrectProblem', data: { problemId, title: `更正${b}`, reason: '表述不准' } },
    ...aboutTheList(campaign, b, Math.max(0, order.indexOf(problemId))),
  ];
  const [first] = resolveHolder(duties.secretary(), directory, campaign.unitId).people;
  return tried(world, first?.personId, commands[a % commands.length] as CampaignCommand);
};

const voluntary = (
  { campaign }: CampaignWorld,
  problem: ReadonlyProblem,
  n: number,
): readonly Voluntary[] => {
  const problemId = problem.id;
  const owner = duties.owner(campaign, problem);
  const present = problem.dueOn ?? '2026-04-01';
  return [
    {
      holder: owner,
      command: {
        type: 'RequestExtension',
        data: { problemId, reason: '待批', progress: '过半', dueOn: daysAfter(present, 1 + (n % 35)) },
      },
    },
    {
      holder: owner,
      command: {
        type: 'AmendPlan',
        data: {
          problemId,
          reason: '更具体',
          rootCause: '不清',
          target: '到人',
          measures: amended(problem, present, n),
        },
      },
    },
    ...closing({ campaign }, problem, n),
    ...aboutTheList(campaign, n, campaign.order.indexOf(problemId)).map((command) => ({
      holder: duties.secretary(),
      command,
    })),
  ];
};

const closing = (
  { campaign }: Pick<CampaignWorld, 'campaign'>,
  problem: ReadonlyProblem,
  n: number,
): readonly Voluntary[] => {
  const problemId = problem.id;
  const signer = duties.signer(campaign, problem);
  const basisHash = problem.claim?.hash ?? 'none';
  const outcome = n % 3 === 0 ? ('upheld' as const) : ('unfounded' as const);
  return [
    {
      holder: duties.checker(campaign, problem),
      command: { type: 'RecordCheck', data: { problemId, basisHash, found: '属实' } },
    },
    { holder: signer, command: { type: 'PostPublicNotice', data: { problemId, basisHash } } },
    {
      holder: signer,
      command: { type: 'RecordObjection', data: { problemId, count: 1 + (n % 3), outcome } },
    },
    { holder: signer, command: { type: 'EndSustained', data: { problemId, reason: '已成常态' } } },
    {
      holder: duties.secretary(),
      command: { type: 'ReopenProblem', data: { problemId, reason: '反弹' } },
    },
    ...(n % 4 === 0
      ? [
          {
            holder: duties.secretaryApart(campaign, problem),
            command: { type: 'TerminateProblem', data: { problemId, reason: '主体撤销' } } as const,
          },
        ]
      : []),
  ];
};

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Some measures stay, and one is new. */
const amended = ({ plan, issuedOn }: ReadonlyProblem, present: string, n: number) => [
  ...(plan?.measures ?? [])
    .filter((_, index) => (n + index) % 2 === 0)
    .map(({ id, text, owner, dueOn }) => ({ id, text, dueOn, ...(owner === null ? {} : { owner }) })),
  { id: newId(), text: '公开', dueOn: n % 3 === 0 ? (issuedOn ?? present) : present },
];
