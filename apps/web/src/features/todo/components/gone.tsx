import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Outcome } from '../../../shared/api/types';
import { moment } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { useEntryText } from '../../../shared/record/entry-text';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Unbroken } from '../../../shared/ui/unbroken';

/** It is not owed any more: who did it, and when; where nobody may know, no such page. */
export const Gone = ({ id }: { id: string }) => {
  const { t } = useText();
  const query = useQuery(queries.outcome(id));
  return (
    <Page title={t(query.data ? 'gone.title' : 'obligationPage.title')}>
      <Loaded query={query}>{(outcome) => <Done outcome={outcome} />}</Loaded>
    </Page>
  );
};

const Done = ({ outcome: { entry, problem, campaign } }: { outcome: Outcome }) => {
  const { t } = useText();
  const today = useToday();
  const textOf = useEntryText();
  const at = entry ? moment(entry.at, today, t) : '';
  const what = entry ? textOf(entry, problem) : '';
  const text = !entry
    ? t('gone.over')
    : entry.by
      ? t('gone.by', { name: entry.by.name, at, what })
      : t('gone.byNobody', { at, what });
  return (
    <div className="stack" data-outcome={entry?.type ?? 'none'}>
      <p className="note" role="status">
        <Unbroken text={text} />
      </p>
      <p className="row">
        {problem ? (
          <Link to="/p/$code" params={{ code: problem.code }}>
            {t('gone.problem')} {problem.code}
          </Link>
        ) : null}
        <Link to="/c/$code" params={{ code: campaign.code }}>
          {t('gone.campaign')} {campaign.code}
        </Link>
        <Link to="/todo">{t('obligationPage.rest')}</Link>
      </p>
    </div>
  );
};
