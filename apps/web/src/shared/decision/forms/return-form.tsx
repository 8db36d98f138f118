import { useQuery } from '@tanstack/react-query';
import type { MessageKey } from '@rectify/i18n';
import { useState, type ReactNode } from 'react';
import { queries } from '../../api/queries';
import { SelectField } from '../../fields/select-field';
import { useText } from '../../i18n/use-text';
import { useCard } from '../card-context';
import { RemarkForm } from './remark';

interface ReturnFormProps {
  /** What follows where the clock goes on. */
  readonly consequence: string;
  readonly children: ReactNode;
}

const GOES_ON = '';

/** 退回: what is missing, and whether the clock goes on or days are granted, of the lengths that the plan offers. */
export const ReturnForm = ({ consequence, children }: ReturnFormProps) => {
  const { t } = useText();
  const { matter } = useCard();
  const [clock, setClock] = useState(GOES_ON);
  const offered = useQuery(queries.campaign(matter.campaignId)).data?.grantable ?? [];
  const lengths = offered.map(({ n, unit }) => ({
    value: `${n} ${unit}`,
    label: t(`duration.${unit}` as MessageKey, { count: n }),
    clock: { grantDays: n, unit },
  }));
  const granted = lengths.find(({ value }) => value === clock);
  return (
    <RemarkForm
      field="missing"
      label={t('form.missing')}
      consequence={granted ? t('consequence.ReturnGranted', { length: granted.label }) : consequence}
      more={granted ? { clock: granted.clock } : {}}
    >
      {children}
      {lengths.length === 0 ? null : (
        <SelectField
          label={t('form.clock')}
          value={clock}
          options={[{ value: GOES_ON, label: t('form.clockGoesOn') }, ...lengths]}
          onChange={setClock}
        />
      )}
    </RemarkForm>
  );
};
