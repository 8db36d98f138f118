import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Obligation } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { objectOf } from '../../../shared/decision/matter';
import { useNamed } from '../../../shared/decision/use-named';
import { useText } from '../../../shared/i18n/use-text';
import { HolderNames } from '../../../shared/people/holder-names';
import { Light } from '../../../shared/ui/light';
import { Panel } from '../../../shared/ui/page';

/** 现在等: what others owe here, and until when. */
export const WaitsFor = ({ campaignId }: { campaignId: string }) => {
  const { t } = useText();
  const waiting = useQuery(queries.obligations('waiting')).data ?? [];
  const here = waiting.filter(({ campaign }) => campaign.id === campaignId);
  if (here.length === 0) return null;
  return (
    <Panel title={t('campaign.waitsFor')}>
      <div className="table-scroll">
        <table className="table">
          <caption className="sr-only">{t('campaign.waitsForCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ledger.light')}</th>
              <th scope="col">{t('campaign.what')}</th>
              <th scope="col">{t('campaign.whom')}</th>
              <th scope="col">{t('campaign.until')}</th>
            </tr>
          </thead>
          <tbody>
            {here.map((obligation) => (
              <Row key={obligation.id} obligation={obligation} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
};

const Row = ({ obligation: owed }: { obligation: Obligation }) => {
  const words = useText();
  const { t } = words;
  const today = useToday();
  const obligation = useNamed(owed);
  return (
    <tr data-obligation={obligation.kind}>
      <td>
        <Light dueOn={obligation.dueOn} today={today} />
      </td>
      <td>
        <Link to="/t/$id" params={{ id: obligation.id }}>
          {t(`obligation.${obligation.kind}`)}
        </Link>{' '}
        {objectOf(obligation, words)}
      </td>
      <td>
        <HolderNames holder={obligation.holder} />
      </td>
      <td className="nowrap">{longDay(obligation.dueOn, today, t)}</td>
    </tr>
  );
};
