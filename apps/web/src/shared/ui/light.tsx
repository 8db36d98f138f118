import type { CivilDate } from '@rectify/domain';
import { shortDay } from '../dates/format';
import { lightOf, type LightKind } from '../dates/light';
import { useText, type Say } from '../i18n/use-text';

const SHAPES: Record<LightKind | 'waiting' | 'done', string> = {
  normal: '●',
  soon: '▲',
  today: '▲',
  overdue: '■',
  later: '◷',
  waiting: '◷',
  done: '✓',
};

const Mark = ({ kind, word }: { kind: keyof typeof SHAPES; word: string }) => (
  <span className="light" data-light={kind}>
    <span className="light-shape" aria-hidden="true">
      {SHAPES[kind]}
    </span>
    {word}
  </span>
);

interface LightProps {
  readonly dueOn: CivilDate;
  readonly since?: CivilDate;
  readonly today: CivilDate;
}

/** How a date stands: shape, colour and word, never colour alone. */
export const Light = ({ dueOn, since, today }: LightProps) => {
  const { t } = useText();
  const state = lightOf({ dueOn, ...(since === undefined ? {} : { since }) }, today);
  const from = since === undefined ? '' : shortDay(since, today, t);
  return <Mark kind={state.kind} word={wordOf(state.kind, state.count, from, t)} />;
};

const wordOf = (kind: LightKind, count: number, date: string, t: Say): string => {
  switch (kind) {
    case 'normal':
      return t('light.normal');
    case 'soon':
      return t('light.soon', { count });
    case 'today':
      return t('light.today');
    case 'overdue':
      return t('light.overdue', { count });
    case 'later':
      return t('light.later', { date });
  }
};

/** What is closed: plain text, so that the eye lands on what is open. */
export const DoneLight = ({ late }: { late: boolean }) => {
  const { t } = useText();
  return <Mark kind="done" word={t(late ? 'light.doneLate' : 'light.doneOnTime')} />;
};

/** How much of something is overdue, where the whole is spoken of. */
export const OverdueLight = ({ word }: { word: string }) => <Mark kind="overdue" word={word} />;

export const WaitingLight = ({ name }: { name: string }) => {
  const { t } = useText();
  return <Mark kind="waiting" word={t('light.waiting', { name })} />;
};
