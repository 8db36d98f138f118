import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queries } from '../../../shared/api/queries';
import type { Problem, TimelineEntry } from '../../../shared/api/types';
import { moment } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { campaignAct } from '../../../shared/decision/acts';
import { forgetDraft, useDraft } from '../../../shared/decision/drafts';
import { useCommand } from '../../../shared/decision/use-command';
import { ChecksField } from '../../../shared/fields/checks-field';
import { AreaField } from '../../../shared/fields/text-field';
import { useText } from '../../../shared/i18n/use-text';
import { Panel } from '../../../shared/ui/page';
import { RefusalNote } from '../../../shared/ui/problem-note';

interface CommentsProps {
  readonly problem: Problem;
  readonly entries: readonly TimelineEntry[];
  readonly isPast: boolean;
}

/** What was said about a problem, the earliest first: apart from the record of what was decided. */
export const Comments = ({ problem, entries, isPast }: CommentsProps) => {
  const { t } = useText();
  const today = useToday();
  const people = useQuery(queries.people()).data ?? [];
  const said = [...entries].reverse().filter(({ type }) => type === 'ProblemCommented');
  const nameOf = (id: unknown): string =>
    people.find(({ personId }) => personId === id)?.name ?? t('people.somebody');
  // Each word is an effect of its own: the form begins anew with the next.
  const [posted, setPosted] = useState(0);
  return (
    <Panel title={t('comments.title')} id="comments">
      <div className="panel-body stack">
        {said.length === 0 ? (
          <p className="muted">{t('comments.none')}</p>
        ) : (
          <ul className="stack">
            {said.map(({ version, at, by, text, subject }) => {
              const mentions = Array.isArray(subject['mentions']) ? subject['mentions'] : [];
              return (
                <li key={version} data-comment={version}>
                  <span className="muted small">
                    {by?.name ?? t('people.withheld')} <time dateTime={at}>{moment(at, today, t)}</time>
                  </span>
                  <div className="prose">
                    {mentions.length > 0 ? (
                      <b>{t('comments.to', { names: mentions.map(nameOf).join(t('people.and')) })} </b>
                    ) : null}
                    {text}
                  </div>
                </li>
              );
            })}
          </ul>
        )}
        {isPast ? null : (
          <Say key={posted} problem={problem} people={people} onDone={() => setPosted(posted + 1)} />
        )}
      </div>
    </Panel>
  );
};

interface SayProps {
  readonly problem: Problem;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly onDone: () => void;
}

const Say = ({ problem, people, onDone }: SayProps) => {
  const { t } = useText();
  const draftKey = `comment.${problem.id}`;
  const [text, setText] = useDraft(draftKey, '');
  const [mentions, setMentions] = useState<readonly string[]>([]);
  const action = campaignAct(problem.campaignId)('CommentOnProblem', { problemId: problem.id });
  const command = useCommand(
    action,
    () => Promise.resolve(),
    () => {
      forgetDraft(draftKey);
      onDone();
    },
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '' || command.isPending) return;
        command.mutate({ text: text.trim(), ...(mentions.length > 0 ? { mentions } : {}) });
      }}
    >
      <AreaField
        label={t('comments.text')}
        hint={t('comments.hint')}
        value={text}
        onChange={setText}
        rows={2}
      />
      <details>
        <summary>{t('comments.mention')}</summary>
        <ChecksField
          legend={t('comments.mention')}
          values={mentions}
          options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          onChange={setMentions}
        />
      </details>
      {command.error ? <RefusalNote error={command.error} /> : null}
      <div>
        <Button htmlType="submit" loading={command.isPending} disabled={text.trim() === ''}>
          {t('comments.send')}
        </Button>
      </div>
    </form>
  );
};
