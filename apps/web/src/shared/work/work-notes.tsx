import { useMutationState } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '../i18n/use-text';
import { useNow } from './use-now';
import { workOf, type Work } from './work';

/** What is done sooner needs no word beside the one of its own page. */
const LONG_MS = 2_000;

/** What takes its time is told of on every page until it is done; whoever left the page where it was begun hears how it ended. */
export const WorkNotes = () => {
  const works = useMutationState({ select: (mutation) => workOf(mutation) });
  return works.map((work) => (work === null ? null : <WorkNote key={work.id} work={work} />));
};

const WorkNote = ({ work: { what, status, begunAt } }: { work: Work }) => {
  const { t } = useText();
  const isRunning = status === 'pending';
  // The clock is looked at as long as it runs, so that this stays what it took.
  const passed = useNow(1_000, isRunning) - begunAt;
  const [wasSeenRunning] = useState(isRunning);
  const [isClosed, close] = useState(false);
  if (!wasSeenRunning || passed < LONG_MS || isClosed) return null;
  const name = t(what);
  if (isRunning) {
    return (
      <p className="note row live-note" data-work="running">
        <span>{t('work.running', { what: name })}</span>
        {/* Who listens is not told every second. */}
        <span className="muted" aria-hidden="true">
          {t('work.seconds', { count: Math.floor(passed / 1_000) })}
        </span>
      </p>
    );
  }
  return (
    <p className="note row live-note" data-work={status}>
      <span>{t(status === 'success' ? 'work.done' : 'work.notDone', { what: name })}</span>
      <Button size="small" onClick={() => close(true)}>
        {t('work.close')}
      </Button>
    </p>
  );
};
