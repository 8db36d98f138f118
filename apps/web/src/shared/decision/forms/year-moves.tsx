import type { CalendarPreview } from '@rectify/contracts';
import { useText } from '../../i18n/use-text';
import { RefusalNote } from '../../ui/problem-note';
import { Pending } from '../../ui/pending';
import { MovedDates, MovedStages } from './moved';
import { usePreview } from './use-preview';

/** What a year's import would move in the campaigns that the reader may read, before it is made. */
export const YearMoves = ({ file }: { file: object }) => {
  const { t } = useText();
  const { data, error } = usePreview<CalendarPreview>(
    '/api/calendars/cn/previews/import-calendar-year',
    file,
  );
  if (error) return <RefusalNote error={error} />;
  if (!data) return <Pending lines={2} />;
  return (
    <div className="stack" data-preview={data.campaigns.length}>
      <p className="note">
        {t(data.campaigns.length === 0 ? 'preview.nothing' : 'preview.campaigns', {
          looked: data.looked,
          count: data.campaigns.length,
        })}
        {data.more ? ` ${t('preview.others')}` : ''}
      </p>
      {data.campaigns.map(({ id, code, title, stages, obligations }) => (
        <section key={id} className="stack" aria-label={code}>
          <h3>
            {code} {title}
          </h3>
          <MovedStages stages={stages} />
          <MovedDates obligations={obligations} />
        </section>
      ))}
    </div>
  );
};
