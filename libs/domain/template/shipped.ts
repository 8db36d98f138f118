/** The three templates that come with the product, each resolved with its check items into one definition. */
import checkItems from './data/check-items.json';
import file from './data/templates.json';
import type { RectificationRules } from './rectification';
import type { Aspect, CheckItem, Letter, StageDefinition, TemplateDefinition } from './template.definition';
import type {
  FileItem,
  ItemFile,
  TemplateFile,
  TemplateFileAspect,
  TemplateFileStage,
} from './template.file';

// The compiler sees texts where the files have names: the spec publishes every definition, which checks them.
const { shared, stageKinds, templates } = file as unknown as TemplateFile;
const { itemLists } = checkItems as unknown as ItemFile;

/** Fresh data on each call. Throws where the shipped files name an aspect or letter that does not exist. */
export const shippedTemplates = (): TemplateDefinition[] =>
  templates.map((template) => structuredCopy(resolve(template)));

const structuredCopy = (definition: TemplateDefinition): TemplateDefinition =>
  JSON.parse(JSON.stringify(definition)) as TemplateDefinition;

const found = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`the shipped templates name ${name}, which does not exist`);
  return value;
};

const resolve = (template: TemplateFile['templates'][number]): TemplateDefinition => {
  const { lead, reviewer, acceptor, signer, triager, examiner, distinct, mayCoincide } = shared.duties;
  const { immediate, timeLimited, sustained } = shared.fixTypes;
  const { work, decision, answer, byKind } = shared.ladders;
  const { from, to } = shared.sendWindow;
  const { posts, head, atLeast } = shared.launch.leadingGroup;
  const { slug, prefix, title, titleEn, origin, basis, sources, sourcesSince } = template;
  return {
    format: 1,
    ...{ slug, prefix, title, titleEn, origin, basis, sources },
    ...(sourcesSince === undefined ? {} : { sourcesSince }),
    leadingGroup: { posts, head, atLeast },
    aspects: template.aspects.map(resolveAspect),
    stages: template.stages.map(resolveStage),
    duties: { lead, reviewer, acceptor, signer, triager, ...(examiner ? { examiner } : {}) },
    distinct,
    mayCoincide,
    planChain: shared.planChain,
    vote: only(shared.vote, ['rule', 'presentAtLeast', 'atLeastEligible']),
    handlingLimits: limitsByKind(),
    handlingRoll: shared.handlingLimits.roll,
    fixTypes: {
      immediate: only(immediate, ['default', 'max', 'roll', 'planApproval']),
      timeLimited: only(timeLimited, ['default', 'offered', 'max', 'roll', 'planApproval']),
      sustained: only(sustained, ['firstResult', 'cycle', 'cycleEnds', 'roll', 'planApproval']),
    },
    ladders: { work, decision, answer, byKind, fallsDueAt: from },
    sendWindow: { from, to },
    activities: template.activities,
    letters: template.letters.map(resolveLetter),
    reports: template.reports,
    publicNotice: template.publicNotice,
    rectification: rectification(),
  };
};

/** The file writes the share as a fraction; rules reckon in whole numbers. */
const rectification = (): RectificationRules => {
  const { extension, return: returned, onSiteCheck, publicNotice, sampling } = shared;
  return {
    extension: only(extension, ['lateRequest', 'maxCount', 'cumulativeCap']),
    grantable: returned.offered.filter((each) => each !== 'goesOn'),
    onSiteCheck: onSiteCheck.default,
    noticeLength: publicNotice.length,
    sampling: { percent: Math.round(sampling.share * 100), atLeast: sampling.atLeast },
  };
};

/** The file keeps a roll rule and an explanation among the limits. */
const limitsByKind = (): TemplateDefinition['handlingLimits'] =>
  Object.fromEntries(
    Object.entries(shared.handlingLimits).filter(([kind]) => kind !== 'roll' && kind !== 'countFrom'),
  ) as TemplateDefinition['handlingLimits'];

const only = <T extends object, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<T, K>;

/** An aspect takes all items of its list, those of one lean, or those it names. */
const resolveAspect = ({ from, code, owner, lead, onlyLean, onlyItems }: TemplateFileAspect): Aspect => {
  const list = found(
    itemLists.find(({ slug }) => slug === from),
    `the items of ${from}`,
  );
  const aspect = found(
    list.aspects.find((one) => one.code === code),
    `aspect ${code}`,
  );
  for (const named of onlyItems ?? [])
    found(
      aspect.items.find((item) => item.code === named),
      `item ${named}`,
    );
  const items = aspect.items
    .filter((item) => onlyLean === undefined || item.lean === onlyLean)
    .filter((item) => onlyItems === undefined || onlyItems.includes(item.code));
  return { code, name: aspect.name, owner, lead, items: items.map(resolveItem) };
};

const resolveItem = ({ code, text, fix, clue, lean, answerMode, minimumEvidence }: FileItem): CheckItem => ({
  code,
  text,
  fix,
  clue: clue === true,
  ...(lean === undefined ? {} : { lean }),
  ...(answerMode === undefined ? {} : { answerMode }),
  ...(minimumEvidence === null ? {} : { minimumEvidence }),
});

const resolveStage = ({ kind, length, lag, approvals }: TemplateFileStage): StageDefinition => {
  const { opens, exit, vacuousWhenNoProblem } = stageKinds[kind];
  return {
    kind,
    length: { n: length.n, unit: length.unit },
    ...(lag === undefined ? {} : { lag }),
    ...(length.after === undefined ? {} : { after: length.after }),
    opens,
    exit,
    approvals,
    vacuousWhenNoProblem: vacuousWhenNoProblem === true,
  };
};

const resolveLetter = (kind: string): Letter => ({ kind, ...found(shared.letters[kind], `letter ${kind}`) });
