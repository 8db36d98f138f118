import type { LaunchPreview, Template } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { SelectField } from '../../../shared/fields/select-field';
import { useText } from '../../../shared/i18n/use-text';
import { HolderNames } from '../../../shared/people/holder-names';
import { DataTable } from '../../../shared/ui/data-table';
import { expectedText } from './expected';
import type { OwnUnit, StepOfDraft } from './step-of-draft';

interface ScopeProps extends StepOfDraft {
  readonly units: readonly OwnUnit[];
}

export const ScopeStep = ({ draft, keep, units }: ScopeProps) => {
  const { t } = useText();
  return (
    <SelectField
      label={t('launch.unit')}
      value={draft.unitId ?? ''}
      options={units.map((unit) => ({ value: unit.unitId, label: unit.unitName }))}
      onChange={(unitId) => keep({ unitId })}
    />
  );
};

interface AnswerersProps {
  readonly preview: LaunchPreview;
  readonly template: Template;
}

/** Who is asked for what in the screening: a post that nobody holds is seen before the launch. */
export const Answerers = ({ preview, template }: AnswerersProps) => {
  const { t } = useText();
  const today = useClockDay();
  return (
    <DataTable
      caption={t('launch.whoAnswers')}
      rows={preview.owed.filter(({ kind }) => kind === 'answerCheckItem')}
      rowKey={({ subject }) => subject.id}
      columns={[
        {
          key: 'what',
          label: t('calendar.matter'),
          isRowHeader: true,
          cell: (row) => expectedText(row, template.definition.aspects, t),
        },
        { key: 'who', label: t('calendar.owner'), cell: ({ holder }) => <HolderNames holder={holder} /> },
        {
          key: 'due',
          label: t('calendar.dueOn'),
          kind: 'short',
          cell: ({ dueOn }) => longDay(dueOn, today, t),
        },
      ]}
    />
  );
};
