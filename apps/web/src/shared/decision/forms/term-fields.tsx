import type { CivilDate } from '@rectify/domain';
import { useToday } from '../../dates/use-today';
import { DayField } from '../../fields/day-field';
import { PersonField } from '../../fields/person-field';
import { TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { useCard, useFieldError } from '../card-context';
import type { useRequired } from '../use-required';

/** What is entrusted to somebody for a while has these in common: to whom, until when, why. */
export interface Term {
  readonly to: string;
  readonly endOn: CivilDate | null;
  readonly reason: string;
}

interface FieldsProps {
  readonly term: Term;
  readonly onChange: (values: Partial<Term>) => void;
  readonly required: ReturnType<typeof useRequired>['required'];
}

interface WhomProps extends FieldsProps {
  readonly label: string;
  /** Who holds no post may be named too. */
  readonly withoutPost?: boolean;
}

export const ToWhom = ({ term: { to }, onChange, required, ...field }: WhomProps) => {
  const { t } = useText();
  const { matter } = useCard();
  const refused = useFieldError();
  return (
    <PersonField
      {...field}
      value={to}
      unitId={matter.unitId}
      nobody={t('form.choosePerson')}
      onChange={(personId) => onChange({ to: personId })}
      error={required(to === '') ?? refused('to')}
    />
  );
};

interface UntilProps extends FieldsProps {
  /** At most so many, both ends included. */
  readonly days: number;
  readonly chips: readonly number[];
}

export const UntilWhen = ({ term: { endOn }, onChange, required, days, chips }: UntilProps) => {
  const { t } = useText();
  const today = useToday();
  const refused = useFieldError();
  return (
    <DayField
      label={t('form.endOn')}
      hint={t('form.delegationHint', { days })}
      value={endOn}
      today={today}
      chips={chips}
      onChange={(day) => onChange({ endOn: day })}
      error={required(endOn === null) ?? refused('endOn')}
    />
  );
};

export const Why = ({ term: { reason }, onChange, required }: FieldsProps) => {
  const { t } = useText();
  const refused = useFieldError();
  return (
    <TextField
      label={t('form.reason')}
      value={reason}
      onChange={(text) => onChange({ reason: text })}
      error={required(reason.trim() === '') ?? refused('reason')}
    />
  );
};
