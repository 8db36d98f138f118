import type { CatalogueEntry } from '@rectify/contracts';
import type { Target } from '@rectify/application';
import { v7 as uuidv7 } from 'uuid';

type Data = Record<string, unknown>;
interface Named {
  readonly id?: string;
}

const withId = <T extends Named>(thing: T): T & { id: string } => ({ ...thing, id: thing.id ?? uuidv7() });

/** Gives new things the ids that the caller left out. The payload's hash is taken before: a repeated request is the same. */
const withIds: Readonly<Record<string, (data: Data) => Data>> = {
  AnswerCheckItems: (data) => ({
    answers: (data['answers'] as { problems?: Named[] }[]).map((answer) =>
      answer.problems ? { ...answer, problems: answer.problems.map(withId) } : answer,
    ),
  }),
  ReportProblem: (data) => ({ ...data, problem: withId(data['problem'] as Named) }),
  SplitProblem: (data) => ({ ...data, parts: (data['parts'] as Named[]).map(withId) }),
  SubmitPlan: (data) => ({ ...data, measures: (data['measures'] as Named[]).map(withId) }),
  AmendPlan: (data) => ({ ...data, measures: (data['measures'] as Named[]).map(withId) }),
};

/** Aggregates of which there is one, and their id in the path. */
const ONLY = { directory: 'main', calendar: 'cn' } as const;

/** What a request is addressed to; null where the path names nothing that can exist. */
export const targetOf = (entry: CatalogueEntry, id: string, data: Data): Target | null => {
  const command = { type: entry.type, data: withIds[entry.type]?.(data) ?? data };
  // The catalogue's schemas are held to the domain's commands by the compiler; only their pairing is beyond it.
  const target =
    entry.aggregate === 'campaign'
      ? { aggregate: 'campaign', id, command }
      : entry.aggregate === 'template'
        ? { aggregate: 'template', slug: id, command }
        : id === ONLY[entry.aggregate]
          ? { aggregate: entry.aggregate, command }
          : null;
  return target as Target | null;
};
