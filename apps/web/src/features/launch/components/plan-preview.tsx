import type { CampaignPlan, CivilDate } from '@rectify/domain';
import { longDay } from '../../../shared/dates/format';
import { useText } from '../../../shared/i18n/use-text';
import { postName } from '../../../shared/people/post-name';

/** What a launch would set going: stages with their dates, aspects with their items and who answers them. */
export const PlanPreview = ({ plan, today }: { plan: CampaignPlan; today: CivilDate }) => {
  const { t } = useText();
  return (
    <>
      <div className="table-scroll">
        <table className="table">
          <caption>{t('launch.stagesCaption', { count: plan.stages.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('launch.stage')}</th>
              <th scope="col">{t('launch.from')}</th>
              <th scope="col">{t('launch.to')}</th>
              <th scope="col">{t('launch.chain')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.stages.map(({ kind, startOn, endOn, approvals }) => (
              <tr key={kind}>
                <th scope="row">{t(`stage.${kind}`)}</th>
                <td className="nowrap">{longDay(startOn, today, t)}</td>
                <td className="nowrap">{longDay(endOn, today, t)}</td>
                <td>{approvals.map(([first]) => refName(first ?? '', t)).join(t('launch.then'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="table-scroll">
        <table className="table">
          <caption>{t('launch.itemsCaption', { count: plan.aspects.flatMap(({ items }) => items).length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ledger.aspect')}</th>
              <th scope="col" className="number">
                {t('screening.items')}
              </th>
              <th scope="col">{t('duty.aspectOwner')}</th>
              <th scope="col">{t('duty.lead')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.aspects.map(({ code, name, items, owner, lead }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td className="number">{items.length}</td>
                <td>{refName(owner, t)}</td>
                <td>{refName(lead, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

/** A post of the unit, or of the one above it. */
const refName = (ref: string, t: ReturnType<typeof useText>['t']): string => {
  const [post = '', above] = ref.split('@');
  return above ? t('post.above', { post: postName(post, t) }) : postName(post, t);
};
