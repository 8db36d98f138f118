import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Problem, SameMeasure } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { Loaded } from '../../../shared/ui/loaded';

/** R3.14: measures that stand word for word in another plan that the reader reads. A hint beside the plan, no more. */
export const SameMeasures = ({ problem: { id, campaignId } }: { readonly problem: Problem }) => {
  const query = useQuery(queries.sameMeasures(campaignId, id));
  // Nothing waits for a hint; that it did not arrive is said.
  if (query.isPending) return null;
  return <Loaded query={query}>{(found) => (found.items.length === 0 ? null : <Note {...found} />)}</Loaded>;
};

const Note = ({ items, next }: { readonly items: readonly SameMeasure[]; readonly next: string | null }) => {
  const { t } = useText();
  return (
    <div className="note" data-testid="same-measures">
      <p>{t('sameMeasure.title')}</p>
      <ul>
        {items.map(({ place, other }) => (
          <li key={`${place} ${other.problemId} ${other.place}`}>
            {t('sameMeasure.one', { place, other: other.place })}{' '}
            <Link to="/p/$code" params={{ code: other.code }}>
              {other.code} {other.title}
            </Link>{' '}
            <span className="muted">{other.unit.name}</span>
          </li>
        ))}
      </ul>
      {next ? <p className="muted">{t('sameMeasure.rest', { count: items.length })}</p> : null}
    </div>
  );
};
