import { useQuery } from '@tanstack/react-query';
import { civilDateOf } from '@rectify/domain';
import { queries } from '../../../shared/api/queries';
import type { Obligation } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { Unbroken } from '../../../shared/ui/unbroken';

/** Since when it is somebody else's, where it was given to them; nothing where it always was. */
export const MovedOn = ({ obligation: { campaign, subject } }: { obligation: Obligation }) => {
  const { t } = useText();
  const today = useToday();
  const about = [subject.id, subject.problemId];
  const record = useQuery({
    ...queries.timeline(campaign?.id ?? ''),
    enabled: campaign !== null,
    retry: false,
  }).data;
  // The record has the latest first.
  const given = record?.find(
    ({ type, subject: of }) => type === 'DutyAssigned' && about.includes(String(of['subject'])),
  );
  if (!given) return null;
  return (
    <span data-moved-on={civilDateOf(given.at)}>
      <Unbroken text={t('movedOn.since', { day: longDay(civilDateOf(given.at), today, t) })} />
      {t('sentence.then')}
    </span>
  );
};
