import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lastAskedAt } from '../shared/api/client';
import { queries } from '../shared/api/queries';
import { useText } from '../shared/i18n/use-text';
import { useNow } from '../shared/work/use-now';
import { AHEAD_MS, sessionEnd } from './session-end';

const LOOK_MS = 10_000;

/** Five minutes before somebody is signed out they are told, and what puts it off is one button; what was typed stays as a draft. */
export const SessionNote = () => {
  const { t } = useText();
  const client = useQueryClient();
  const now = useNow(LOOK_MS);
  const { data: me, dataUpdatedAt } = useQuery({ ...queries.me(), enabled: false });
  const ends = me?.sessionEnds;
  const end = ends ? sessionEnd({ ends, readAt: dataUpdatedAt, askedAt: lastAskedAt() }) : null;
  const left = end ? end.at - now : Number.POSITIVE_INFINITY;
  if (end === null || left > AHEAD_MS) return null;
  return (
    <div
      role="alert"
      className="note row live-note"
      data-tone="attention"
      data-session={left > 0 ? end.by : 'over'}
    >
      <span>
        {left > 0 ? t(`session.ends.${end.by}`, { minutes: Math.ceil(left / 60_000) }) : t('session.over')}
      </span>
      {left > 0 && end.by === 'idle' ? (
        <Button onClick={() => void client.fetchQuery({ ...queries.me(), staleTime: 0 })}>
          {t('session.stay')}
        </Button>
      ) : null}
    </div>
  );
};
