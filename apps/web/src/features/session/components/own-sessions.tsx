import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { queries } from '../../../shared/api/queries';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/page';
import { RefusalNote } from '../../../shared/ui/problem-note';
import { useOwnChange } from '../api/account';
import { civilDateOf } from '@rectify/domain';

/** Where one is signed in; any of them can be ended from here. */
export const OwnSessions = () => {
  const { t } = useText();
  const today = useToday();
  const sessions = useQuery(queries.sessions());
  const end = useOwnChange();
  return (
    <Panel title={t('account.sessions')}>
      <div className="panel-body stack">
        <Loaded query={sessions}>
          {(rows) => (
            <ul className="stack">
              {rows.map(({ id, device, signedInAt, current }) => (
                <li key={id} className="row">
                  <span>{device === '' ? t('account.unknownDevice') : device}</span>
                  <span className="muted small">
                    {t('account.since', { day: longDay(civilDateOf(signedInAt), today, t) })}
                  </span>
                  {current ? (
                    <span className="muted small">{t('account.thisSession')}</span>
                  ) : (
                    <Button
                      size="small"
                      onClick={() => end.mutate({ path: `/api/sessions/${id}`, method: 'DELETE' })}
                    >
                      {t('account.endSession')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        {end.error ? <RefusalNote error={end.error} /> : null}
      </div>
    </Panel>
  );
};
