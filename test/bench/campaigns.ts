import { randomUUID } from 'node:crypto';
import { optionalStageKinds, shippedTemplates, type TemplateDefinition } from '@rectify/domain';
import type { Client } from '../harness/client';
import { FIRST_DAY, type Branch } from '../harness/organisation';
import type { Request } from './load';

const TEMPLATE = 'bland-casual';
const START = FIRST_DAY.slice(0, 10);
/** Ten working days on, the template's own length for what is put right at once. */
const DUE = '2026-03-16';
const MEASURES = 2;

/** A campaign in the midst of its work: every item answered, every problem issued and planned, every measure open. */
export interface BusyCampaign {
  readonly id: string;
  /** Progress on each measure, by its owner: real commands that may be sent again and again. */
  readonly requests: readonly Request[];
}

/** Made as people make it, by some ninety commands for twenty problems. */
export const makeCampaign = async (branch: Branch, problems: number): Promise<BusyCampaign> => {
  const id = randomUUID();
  const { secretary, unitId } = branch;
  const at = (command: string): string => `/api/campaigns/${id}/commands/${command}`;
  const launch = { campaignId: id, unitId, template: TEMPLATE, startOn: START, leaveOut: optionalStageKinds };
  await secretary.command('/api/campaigns', launch);
  const found = await answerAll(branch, at('answer-check-items'), problems);

  const all = found.map(({ problemId }) => problemId);
  for (const problemId of all)
    await secretary.command(at('triage-problem'), { problemId, decision: 'include', reason: '符合整治范围' });
  for (const problemId of all)
    await secretary.command(at('issue-problem'), { problemId, fixType: 'immediate', dueOn: DUE });
  for (const { problemId, owner } of found) await owner.command(at('acknowledge-problem'), { problemId });
  const requests: Request[] = [];
  for (const { problemId, owner } of found) {
    const measures = Array.from({ length: MEASURES }, (_, index) => ({
      id: randomUUID(),
      text: `措施之${index + 1}：修订议事规则`,
      dueOn: DUE,
    }));
    const plan = { rootCause: '制度执行不严', target: '按规定执行', measures, dueOn: DUE };
    await owner.command(at('submit-plan'), { problemId, ...plan });
    for (const measure of measures) {
      const body = { problemId, measureId: measure.id, text: '已召开专题会议，修订议事规则，责任到人' };
      requests.push({ path: at('report-progress'), body, token: owner.token });
    }
  }
  return { id, requests };
};

interface Found {
  readonly problemId: string;
  readonly owner: Client;
}

/** Answers aspect by aspect; the problems are spread over the items as far as they go. */
const answerAll = async (branch: Branch, path: string, problems: number): Promise<readonly Found[]> => {
  const found: Found[] = [];
  const ordinary = aspects.flatMap(({ items }) => items.filter(({ clue }) => !clue));
  const many = (code: string): number => {
    const index = ordinary.findIndex((item) => item.code === code);
    return Math.floor(problems / ordinary.length) + (index < problems % ordinary.length ? 1 : 0);
  };
  for (const { owner, items } of aspects) {
    const person = branch[owner as 'organisationMember'];
    const answers = items
      .filter(({ clue }) => !clue)
      .map(({ code }) => {
        const reported = Array.from({ length: many(code) }, (_, index) => ({
          id: randomUUID(),
          title: `${code} 之问题${index + 1}`,
          detail: '会前未征求意见',
        }));
        found.push(...reported.map(({ id }) => ({ problemId: id, owner: person })));
        return reported.length === 0
          ? { item: code, answer: 'noProblem' }
          : { item: code, answer: 'problem', problems: reported };
      });
    const clues = items
      .filter(({ clue }) => clue)
      .map(({ code }) => ({ item: code, answer: 'notApplicable' }));
    await person.command(path, { answers });
    if (clues.length > 0) await branch.secretary.command(path, { answers: clues });
  }
  return found;
};

const isWanted = ({ slug }: TemplateDefinition): boolean => slug === TEMPLATE;
const aspects = shippedTemplates().find(isWanted)?.aspects ?? [];
