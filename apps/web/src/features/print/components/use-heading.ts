import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../shared/api/queries';
import type { Campaign, Problem } from '../../../shared/api/types';
import { useAsOf } from '../../../shared/as-of/as-of';
import { paperDay, paperMoment } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { campaignTitle } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { ledgerHash } from '../../../shared/ledger/ledger-hash';
import type { SheetProps } from './sheet';

/** Whose it is, of which campaign and of which day; and by what it can be checked, where the whole of it is shown. */
export const useHeading = (
  campaign: Campaign,
  problems: readonly Problem[],
): Pick<SheetProps, 'head' | 'check'> => {
  const words = useText();
  const { t } = words;
  const asOf = useAsOf();
  const clockDay = useClockDay();
  const { data: clock } = useQuery(queries.clock());
  const { code, version, unit, access } = campaign;
  const until = asOf
    ? t('print.asOf', { day: paperDay(asOf, t) })
    : t('print.asOfNow', { at: clock ? paperMoment(clock.now, t) : '' });
  const hash = ledgerHash({ code, version, problems });
  return {
    head: [
      [t('campaigns.unit'), unit.name],
      [t('campaigns.name'), `${campaignTitle(campaign, words)} ${code}`],
      [t('print.until'), until],
    ],
    check: access === 'records' ? { code, asOf: asOf ?? clockDay, version, hash } : null,
  };
};
