import { useEffect, useRef } from 'react';
import { problemOf, type Problem } from '../api/problem';
import { useText, type Words } from '../i18n/use-text';
import type { MessageKey } from '@rectify/i18n';
import { EventNumber } from './event-number';
import { PlainButton } from './plain-button';
import { Unbroken } from './unbroken';

/** Why not, and the way out, in the reader's language: the server's words, or the catalogue's where it sent none. */
export const problemText = ({ texts, code }: Problem, { t, language }: Words): string => {
  const said = language === 'en' ? texts.en : texts.zh;
  return said !== '' ? said : t(`refusal.${code}` as MessageKey);
};

/** A refusal stands beside the button that was pressed, and takes the focus; it is never a toast. */
export const RefusalNote = ({ error }: { error: unknown }) => {
  const words = useText();
  const note = useRef<HTMLDivElement>(null);
  const problem = problemOf(error);
  useEffect(() => note.current?.focus(), [error]);
  return (
    <div
      className="note"
      data-tone="refusal"
      data-refusal={problem.code}
      role="alert"
      tabIndex={-1}
      ref={note}
    >
      <Unbroken text={problemText(problem, words)} />
      {(problem.errors ?? []).map(({ field, texts }) => (
        <div key={field} className="small">
          <code>{field}</code> {words.language === 'en' ? texts.en : texts.zh}
        </div>
      ))}
      <EventNumber instance={problem.instance} />
    </div>
  );
};

/** Their own words are about what was to be recorded. */
const UNREACHED = ['NETWORK', 'OVERLOADED', 'UNAVAILABLE', 'INTERNAL'];

/** A reading that did not arrive: what is shown stays, with a way to ask again. */
export const FailedNote = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const words = useText();
  const problem = problemOf(error);
  return (
    <div className="note row live-note" data-tone="refusal" role="alert">
      <span>{UNREACHED.includes(problem.code) ? words.t('state.notRead') : problemText(problem, words)}</span>
      <PlainButton onClick={retry}>{words.t('state.retry')}</PlainButton>
      <EventNumber instance={problem.instance} />
    </div>
  );
};
