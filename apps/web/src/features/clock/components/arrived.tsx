import { useQuery } from '@tanstack/react-query';
import type { Instant } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import { queries } from '../../../shared/api/queries';
import { moment } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { arrivedSince } from './arrived-since';

/** More than these are counted. */
const MOST = 8;

/** The reminders that came to the reader on the way: what a mailbox would hold. */
export const Arrived = ({ since }: { since: Instant }) => {
  const { t } = useText();
  const today = useToday();
  const rows = useQuery(queries.notifications('mine')).data;
  if (!rows) return null;
  const arrived = arrivedSince(rows, since);
  return (
    <section aria-label={t('clock.arrived')} data-arrived={arrived.length}>
      <p className="small muted">
        {arrived.length === 0 ? t('clock.noneArrived') : t('clock.arrivedCount', { count: arrived.length })}
      </p>
      <ul className="small">
        {arrived.slice(-MOST).map(({ id, at, channel, rung, kind, campaign, problemCode }) => (
          <li key={id}>
            {moment(at, today, t)} {t(`channel.${channel}`)} {t(`rung.${rung}` as MessageKey)}{' '}
            {problemCode ?? campaign.code} {t(`obligation.${kind}` as MessageKey)}
          </li>
        ))}
      </ul>
    </section>
  );
};
