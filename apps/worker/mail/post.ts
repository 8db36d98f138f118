import { text } from '@rectify/i18n';
import type { Item } from '../channels/channel';
import { heading, latestOfEach, tell, type Frame, type ToldRung } from './telling';

export interface Post {
  readonly subject: string;
  readonly text: string;
  readonly items: readonly Item[];
}

/**
 * What a group or a program is told of a unit's reminders: titles and links, and no name of anybody. Of something
 * sensitive not even which campaign it belongs to. The text is no longer than the channel takes; what did not go in is
 * counted, and found in the application.
 */
export const writePost = (rungs: readonly ToldRung[], frame: Frame, mostBytes: number): Post => {
  const [first, ...others] = latestOfEach(rungs.map((rung) => ({ rung })));
  if (!first) throw new Error('a post without a reminder');
  const told = [first.rung, ...others.map(({ rung }) => rung)] as const;
  const subject = heading(told, frame);
  const items = told.map((rung) => itemOf(rung, frame));
  return { subject, text: within(mostBytes, subject, items, frame), items };
};

const itemOf = (rung: ToldRung, frame: Frame): Item => {
  const { title, url, isSensitive } = tell(rung, frame);
  const { code, problem_code, kind, due_on } = rung;
  const of = { campaign: code, problem: problem_code, kind, rung: rung.rung, dueOn: due_on };
  return { title, url, of: isSensitive ? null : of };
};

const within = (mostBytes: number, subject: string, items: readonly Item[], frame: Frame): string => {
  const lines = items.map(({ title, url }, index) =>
    frame.kind === 'atOnce' ? url : `${index + 1}. ${title}\n${url}`,
  );
  for (let shown = lines.length; shown >= 0; shown -= 1) {
    const rest = lines.length - shown;
    const more = { count: rest, url: `${frame.publicUrl}/todo` };
    const said = [
      subject,
      ...lines.slice(0, shown),
      ...(rest === 0 ? [] : [text(frame.language, 'post.more', more)]),
    ].join('\n');
    if (Buffer.byteLength(said) <= mostBytes) return said;
  }
  return subject;
};
