import { Button } from 'antd';
import { useToday } from '../../dates/use-today';
import { DayField } from '../../fields/day-field';
import { PersonField } from '../../fields/person-field';
import { AreaField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { useCard } from '../card-context';
import type { MeasureDraft } from './plan-draft';

interface MeasureFieldsProps {
  readonly index: number;
  readonly measure: MeasureDraft;
  readonly onChange: (measure: MeasureDraft) => void;
  /** Absent where it is the only one: a plan has at least one. */
  readonly onRemove?: () => void;
  readonly errorAt: (path: string) => string | undefined;
}

export const MeasureFields = ({ index, measure, onChange, onRemove, errorAt }: MeasureFieldsProps) => {
  const { t } = useText();
  const today = useToday();
  const { matter } = useCard();
  const name = t('form.measureNumber', { number: index + 1 });
  const at = (field: string) => errorAt(`measures[${index}].${field}`);
  return (
    <div className="measure-form" role="group" aria-label={name}>
      <AreaField
        label={name}
        rows={2}
        value={measure.text}
        onChange={(text) => onChange({ ...measure, text })}
        error={at('text')}
      />
      <div className="two">
        <PersonField
          label={t('plan.measureOwner')}
          optional
          value={measure.owner}
          unitId={matter.unitId}
          nobody={t('form.problemOwner')}
          onChange={(owner) => onChange({ ...measure, owner })}
          error={at('owner')}
        />
        <DayField
          label={t('plan.measureDueOn')}
          value={measure.dueOn}
          today={today}
          onChange={(dueOn) => onChange({ ...measure, dueOn })}
          error={at('dueOn')}
        />
      </div>
      {onRemove ? (
        <div>
          <Button size="small" onClick={onRemove}>
            {t('form.removeMeasure', { number: index + 1 })}
          </Button>
        </div>
      ) : null}
    </div>
  );
};
