import type { CampaignPlan, CivilDate } from '@rectify/domain';
import { longDay } from '../../../shared/dates/format';
import { useText, type Say } from '../../../shared/i18n/use-text';
import { postName } from '../../../shared/people/post-name';
import { DataTable } from '../../../shared/ui/data-table';

/** What a launch would set going: stages with their dates, aspects with their items and who answers them. */
export const PlanPreview = ({ plan, today }: { plan: CampaignPlan; today: CivilDate }) => {
  const { t } = useText();
  return (
    <>
      <DataTable
        caption={t('launch.stagesCaption', { count: plan.stages.length })}
        rows={plan.stages}
        rowKey={({ kind }) => kind}
        columns={[
          {
            key: 'stage',
            label: t('launch.stage'),
            isRowHeader: true,
            cell: ({ kind }) => t(`stage.${kind}`),
          },
          {
            key: 'from',
            label: t('launch.from'),
            kind: 'short',
            cell: ({ startOn }) => longDay(startOn, today, t),
          },
          { key: 'to', label: t('launch.to'), kind: 'short', cell: ({ endOn }) => longDay(endOn, today, t) },
          {
            key: 'chain',
            label: t('launch.chain'),
            cell: ({ approvals }) =>
              approvals.map(([first]) => refName(first ?? '', t)).join(t('launch.then')),
          },
        ]}
      />
      <DataTable
        caption={t('launch.itemsCaption', { count: plan.aspects.flatMap(({ items }) => items).length })}
        rows={plan.aspects}
        rowKey={({ code }) => code}
        columns={[
          { key: 'aspect', label: t('ledger.aspect'), isRowHeader: true, cell: ({ name }) => name },
          { key: 'items', label: t('screening.items'), kind: 'number', cell: ({ items }) => items.length },
          { key: 'owner', label: t('duty.aspectOwner'), cell: ({ owner }) => refName(owner, t) },
          { key: 'lead', label: t('duty.lead'), cell: ({ lead }) => refName(lead, t) },
        ]}
      />
    </>
  );
};

/** A post of the unit, or of the one above it. */
const refName = (ref: string, t: Say): string => {
  const [post = '', above] = ref.split('@');
  return above ? t('post.above', { post: postName(post, t) }) : postName(post, t);
};
