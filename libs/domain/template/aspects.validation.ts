import {
  faultOfEach,
  faultOfLine,
  faultOfPost,
  faultOfRepeated,
  firstFault,
  invalid,
  type Fault,
} from './faults';
import { fixTypes, type Aspect, type CheckItem } from './template.definition';
import { TEMPLATE_LIMITS } from './template.limits';

const CODE = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;
const isCode = (code: string): boolean => code.length <= 32 && CODE.test(code);

/** One aspect at least, each with an item; codes of aspects and of items are unique in the template. */
export const faultOfAspects = (aspects: readonly Aspect[]): Fault => {
  if (aspects.length === 0 || aspects.length > TEMPLATE_LIMITS.aspects) return invalid('aspects');
  const items = aspects.flatMap((aspect, at) =>
    aspect.items.map(({ code }, index) => ({ code, path: `aspects[${at}].items[${index}].code` })),
  );
  if (items.length > TEMPLATE_LIMITS.items) return invalid('aspects');
  return firstFault(
    () => faultOfEach(aspects, 'aspects', faultOfAspect),
    () =>
      faultOfRepeated(
        aspects.map(({ code }) => code),
        aspects.map((_, at) => `aspects[${at}].code`),
      ),
    () =>
      faultOfRepeated(
        items.map(({ code }) => code),
        items.map(({ path }) => path),
      ),
  );
};

const faultOfAspect = ({ code, name, owner, lead, items }: Aspect, path: string): Fault =>
  firstFault(
    () => (isCode(code) ? null : invalid(`${path}.code`)),
    () => faultOfLine(name, `${path}.name`, TEMPLATE_LIMITS.name),
    () => faultOfPost(owner, `${path}.owner`),
    () => faultOfPost(lead, `${path}.lead`),
    () => (items.length > 0 ? null : invalid(`${path}.items`)),
    () => faultOfEach(items, `${path}.items`, faultOfItem),
  );

/** A clue item asks for no evidence: it takes no files and no free text. Counts by source are a clue's answer only. */
const faultOfItem = (
  { code, text, fix, clue, answerMode, minimumEvidence }: CheckItem,
  path: string,
): Fault =>
  firstFault(
    () => (isCode(code) ? null : invalid(`${path}.code`)),
    () => faultOfLine(text, `${path}.text`, TEMPLATE_LIMITS.itemText),
    () => (fixTypes.includes(fix) ? null : invalid(`${path}.fix`)),
    () =>
      minimumEvidence === undefined
        ? null
        : faultOfLine(minimumEvidence, `${path}.minimumEvidence`, TEMPLATE_LIMITS.evidence),
    () => (clue && minimumEvidence !== undefined ? invalid(`${path}.minimumEvidence`) : null),
    () => (answerMode === 'sourceCounts' && !clue ? invalid(`${path}.answerMode`) : null),
  );
