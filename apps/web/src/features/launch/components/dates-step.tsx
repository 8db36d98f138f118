import { optionalStageKinds } from '@rectify/domain';
import type { LaunchPreview, Template } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { ChecksField } from '../../../shared/fields/checks-field';
import { DayField } from '../../../shared/fields/day-field';
import { useText } from '../../../shared/i18n/use-text';
import { DataTable } from '../../../shared/ui/data-table';
import { refName } from './expected';
import type { StepOfDraft } from './step-of-draft';

/** The first day and the stages that may be left out; every other date follows from the template and the calendar. */
export const DatesStep = ({ draft, keep, preview }: StepOfDraft & { preview: LaunchPreview | undefined }) => {
  const { t } = useText();
  const today = useClockDay();
  return (
    <div className="two">
      <DayField
        label={t('launch.startOn')}
        hint={t('launch.startHint')}
        value={draft.startOn ?? preview?.startOn ?? null}
        today={today}
        onChange={(startOn) => keep({ startOn })}
      />
      <ChecksField
        legend={t('launch.leaveOut')}
        values={draft.leaveOut}
        options={optionalStageKinds.map((value) => ({ value, label: t(`stage.${value}`) }))}
        onChange={(values) => keep({ leaveOut: optionalStageKinds.filter((kind) => values.includes(kind)) })}
      />
    </div>
  );
};

interface StageTableProps {
  readonly preview: LaunchPreview;
  readonly template: Template;
}

/** Each stage by its days, the length that they were counted by, and who approves it. */
export const StageTable = ({ preview: { stages }, template: { definition } }: StageTableProps) => {
  const { t } = useText();
  const today = useClockDay();
  const lengthOf = (stage: string): string => {
    const length = definition.stages.find(({ kind }) => kind === stage)?.length;
    return length ? t(`why.length.${length.unit}`, { count: length.n }) : '';
  };
  return (
    <DataTable
      caption={t('launch.stagesCaption', { count: stages.length })}
      rows={stages}
      rowKey={({ stage }) => stage}
      columns={[
        {
          key: 'stage',
          label: t('launch.stage'),
          isRowHeader: true,
          cell: ({ stage }) => t(`stage.${stage}`),
        },
        {
          key: 'from',
          label: t('launch.from'),
          kind: 'short',
          cell: ({ startOn }) => longDay(startOn, today, t),
        },
        {
          key: 'to',
          label: t('launch.to'),
          kind: 'short',
          cell: ({ endOn, provisional }) => (
            <>
              {longDay(endOn, today, t)}
              {provisional ? <div className="muted">{t('todo.provisional')}</div> : null}
            </>
          ),
        },
        { key: 'length', label: t('launch.length'), kind: 'short', cell: ({ stage }) => lengthOf(stage) },
        {
          key: 'chain',
          label: t('launch.chain'),
          cell: ({ approvals }) => approvals.map(([first]) => refName(first ?? '', t)).join(t('launch.then')),
        },
      ]}
    />
  );
};
