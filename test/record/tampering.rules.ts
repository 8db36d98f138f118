import type { Random } from '../simulation/random';
import { chainedAnew, said } from './bundle-lines';
import { anEvent, edited, inPart, type Tampering } from './tampering.kind';

type Data = Record<string, unknown>;
const typeOf = (line: string): string => String(said(line)['type']);
const dataOf = (line: string): Data => (said(line)['data'] ?? {}) as Data;

/** Chained and sealed anew to the last hash: only what the record says about itself tells. */
const anew = (
  types: readonly string[],
  change: (event: Data, lines: readonly string[], random: Random) => Data | null,
): Tampering =>
  inPart(
    'events',
    (lines, random) => {
      const at = anEvent(lines, random, (line) => types.includes(typeOf(line)));
      if (at < 0) return null;
      const changed = change(said(lines[at] ?? ''), lines.slice(0, at), random);
      return (
        changed && [
          chainedAnew(
            'events',
            edited(lines, at, () => changed),
            at,
            true,
          ),
          at,
        ]
      );
    },
    'always',
  );

const withData = (event: Data, more: Data): Data => ({
  ...event,
  data: { ...(event['data'] as Data), ...more },
});
const otherWords =
  (field: string) =>
  (event: Data): Data =>
    withData(event, { [field]: '改写' });

/** Who did one of these to the same problem before. */
const earlierOf = (lines: readonly string[], event: Data, types: readonly string[]): Data | null => {
  const { problemId } = event['data'] as Data;
  const before = lines.filter(
    (line) => types.includes(typeOf(line)) && dataOf(line)['problemId'] === problemId,
  );
  return before.length === 0 ? null : said(before.at(-1) ?? '');
};
const byWho = (types: readonly string[], did: readonly string[]): Tampering =>
  anew(types, (event, lines) => {
    const earlier = earlierOf(lines, event, did);
    return (
      earlier && {
        ...event,
        actor: { ...(event['actor'] as Data), personId: (earlier['actor'] as Data)['personId'] },
      }
    );
  });

const CLAIM = ['ReviewPassed', 'CompletionAccepted', 'ProblemClosed'];

export const againstTheRules: Readonly<Record<string, Tampering>> = {
  'the words of a report': anew(['ProblemReported'], otherWords('sealed')),
  'the words of a plan': anew(['PlanSubmitted', 'PlanAmended'], otherWords('rootCause')),
  'the words of a claim': anew(['CompletionClaimed'], otherWords('result')),
  'what was signed': anew(['StageStepApproved', 'ProblemListConfirmed', 'CampaignSignedOff'], (event) =>
    withData(event, { basis: { ...((event['data'] as Data)['basis'] as Data), fn: 'other@1' } }),
  ),
  'the hash that was signed': anew(
    [...CLAIM, 'PlanApproved', 'ClaimReturned', 'PlanReturned'],
    (event, _, random) => withData(event, { basisHash: String(random.below(10)).repeat(64) }),
  ),
  'who accepted is who claimed': byWho(['CompletionAccepted'], ['CompletionClaimed']),
  'who accepted is who reviewed': byWho(['CompletionAccepted'], ['ReviewPassed']),
  'who signed is who claimed': byWho(['ProblemClosed'], ['CompletionClaimed']),
  'who decided on a report is who reported': byWho(
    ['ProblemIncluded', 'ProblemExcluded', 'ProblemHandedOver'],
    ['ProblemReported'],
  ),
};
