/** What a template must be to be published. Its shape (fields and their types) is checked where it crosses the boundary. */
import { isTimeOfDay } from '../calendar/civil-date';
import { isPost } from '../directory/posts';
import { canonical } from '../kernel/hash';
import type { Refusal } from '../kernel/kernel';
import { faultOfEach, faultOfLine, faultOfPosts, firstFault, invalid, type Fault } from './faults';
import { faultOfActivities } from './activities.validation';
import { faultOfAspects } from './aspects.validation';
import { faultOfFixTypes, faultOfHandlingLimits, faultOfLadders } from './limits.validation';
import { faultOfRectification } from './rectification';
import { faultOfStages } from './stages.validation';
import type { TemplateDefinition } from './template.definition';
import { TEMPLATE_LIMITS } from './template.limits';
import { faultOfVote } from './vote.validation';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PREFIX = /^[A-Z]{2,8}$/;
const KEY = /^[A-Za-z0-9.@_-]{1,64}$/;

/** The first fault of a definition, its field as a path below `definition`; null where it can be published. */
export const faultOfDefinition = (definition: TemplateDefinition): Refusal | null => {
  const fault = faultOfParts(definition);
  return fault?.field === undefined ? fault : { ...fault, field: `definition.${fault.field}` };
};

const faultOfParts = (definition: TemplateDefinition): Fault =>
  firstFault(
    () => (definition.format === 1 ? null : invalid('format')),
    () => faultOfNames(definition),
    () => faultOfLeadingGroup(definition),
    () => faultOfAspects(definition.aspects),
    () => faultOfStages(definition.stages),
    () => faultOfDuties(definition),
    () => faultOfPlanChain(definition),
    () => faultOfVote(definition.vote),
    () => faultOfHandlingLimits(definition),
    () => faultOfFixTypes(definition.fixTypes),
    () => faultOfLadders(definition.ladders),
    () => faultOfRectification(definition.rectification),
    () => faultOfSendWindow(definition),
    () => faultOfLists(definition),
    () => faultOfSize(definition),
  );

const faultOfNames = ({ slug, prefix, title, titleEn, basis }: TemplateDefinition): Fault =>
  firstFault(
    () => (SLUG.test(slug) && slug.length <= 64 ? null : invalid('slug')),
    () => (PREFIX.test(prefix) ? null : invalid('prefix')),
    () => faultOfLine(title, 'title', TEMPLATE_LIMITS.title),
    () => faultOfLine(titleEn, 'titleEn', TEMPLATE_LIMITS.title),
    () => (KEY.test(basis) ? null : invalid('basis')),
  );

const faultOfLeadingGroup = ({ leadingGroup: { posts, head, atLeast } }: TemplateDefinition): Fault =>
  firstFault(
    () => faultOfPosts(posts, 'leadingGroup.posts'),
    () => (isPost(head) && posts.includes(head) ? null : invalid('leadingGroup.head')),
    () =>
      Number.isInteger(atLeast) && atLeast >= 1 && atLeast <= 50 ? null : invalid('leadingGroup.atLeast'),
  );

const DUTIES = ['lead', 'reviewer', 'acceptor', 'signer', 'triager'] as const;
const DISTINCT = [...DUTIES, 'owner', 'aspectOwner', 'checker', 'examiner'];

const faultOfDuties = ({ duties, distinct, mayCoincide }: TemplateDefinition): Fault =>
  firstFault(
    ...DUTIES.map((duty) => () => faultOfPosts(duties[duty], `duties.${duty}`)),
    () => (duties.examiner ? faultOfPosts(duties.examiner, 'duties.examiner') : null),
    ...Object.entries({ distinct, mayCoincide }).map(
      ([field, groups]) =>
        () =>
          faultOfEach(groups, field, (group, path) =>
            group.length >= 2 && group.every((duty) => DISTINCT.includes(duty)) ? null : invalid(path),
          ),
    ),
  );

const faultOfPlanChain = ({ planChain }: TemplateDefinition): Fault =>
  planChain.length === 0 || planChain.length > TEMPLATE_LIMITS.approvalSteps
    ? invalid('planChain')
    : faultOfEach(planChain, 'planChain', (step, path) => {
        if ('post' in step) return faultOfPosts(step.post, `${path}.post`);
        return step.duty === 'lead' ? null : invalid(`${path}.duty`);
      });

const faultOfSendWindow = ({ sendWindow: { from, to }, ladders }: TemplateDefinition): Fault => {
  if (!isTimeOfDay(from)) return invalid('sendWindow.from');
  if (!isTimeOfDay(to) || to <= from) return invalid('sendWindow.to');
  return ladders.fallsDueAt === from ? null : invalid('ladders.fallsDueAt');
};

const faultOfLists = ({ sources, activities, letters }: TemplateDefinition): Fault =>
  firstFault(
    ...Object.entries({ sources, activities, letters }).map(
      ([field, list]) =>
        () =>
          list.length <= TEMPLATE_LIMITS.listed ? null : invalid(field),
    ),
    () => faultOfEach(sources, 'sources', (source, path) => (KEY.test(source) ? null : invalid(path))),
    () => faultOfActivities(activities),
    () =>
      faultOfEach(letters, 'letters', ({ zh }, path) => faultOfLine(zh, `${path}.zh`, TEMPLATE_LIMITS.name)),
  );

const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const char of text) {
    const point = char.codePointAt(0) as number;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/** Bytes of a definition as an event carries it. */
export const sizeOfDefinition = (definition: TemplateDefinition): number => utf8Length(canonical(definition));

const faultOfSize = (definition: TemplateDefinition): Fault =>
  sizeOfDefinition(definition) <= TEMPLATE_LIMITS.bytes
    ? null
    : { code: 'TEMPLATE_TOO_LARGE', params: { max: TEMPLATE_LIMITS.bytes } };
