import { useQuery } from '@tanstack/react-query';
import type { CivilDate } from '@rectify/domain';
import { Button } from 'antd';
import { useState } from 'react';
import { queries } from '../../../shared/api/queries';
import type { Me, TemplateList } from '../../../shared/api/types';
import { longDay } from '../../../shared/dates/format';
import { useToday } from '../../../shared/dates/use-today';
import { ChoiceField } from '../../../shared/fields/choice-field';
import { DayField } from '../../../shared/fields/day-field';
import { SelectField } from '../../../shared/fields/select-field';
import { useText } from '../../../shared/i18n/use-text';
import { Panel } from '../../../shared/ui/page';
import { RefusalNote } from '../../../shared/ui/problem-note';
import type { useLaunch } from '../api/launch';
import { PlanPreview } from './plan-preview';
import { defaultStart, previewOf } from './preview';

type Unit = Me['posts'][number];

interface LaunchFormProps {
  readonly units: readonly Unit[];
  readonly first: Unit;
  readonly templates: TemplateList['items'];
  readonly launch: ReturnType<typeof useLaunch>;
}

export const LaunchForm = ({ units, first, templates, launch }: LaunchFormProps) => {
  const { t, language } = useText();
  const today = useToday();
  const [slug, setSlug] = useState<string | null>(null);
  const [unitId, setUnitId] = useState(first.unitId);
  const [chosen, setStart] = useState<CivilDate | null | undefined>(undefined);
  const startOn = chosen === undefined ? defaultStart(today) : chosen;
  const template = useQuery({ ...queries.template(slug ?? ''), enabled: slug !== null }).data;
  const plan = template && startOn ? previewOf(template.definition, template.version, startOn) : null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (slug !== null && startOn !== null) launch.mutate({ unitId, template: slug, startOn });
      }}
    >
      <Panel title={t('launch.chooseTemplate')}>
        <div className="panel-body stack">
          <ChoiceField
            legend={t('launch.template')}
            hiddenLegend
            value={slug}
            options={templates.map((each) => ({
              value: each.slug,
              label: t('launch.templateItems', {
                title: language === 'en' ? each.titleEn : each.title,
                count: each.items,
              }),
            }))}
            onChange={setSlug}
          />
          <div className="two">
            <SelectField
              label={t('launch.unit')}
              value={unitId}
              options={units.map((unit) => ({ value: unit.unitId, label: unit.unitName }))}
              onChange={setUnitId}
            />
            <DayField
              label={t('launch.startOn')}
              hint={t('launch.startHint')}
              value={startOn}
              today={today}
              onChange={setStart}
            />
          </div>
        </div>
      </Panel>
      {plan ? (
        <Panel title={t('launch.preview')}>
          <PlanPreview plan={plan} today={today} />
          <div className="panel-body panel-first stack">
            <p className="muted small">{t('launch.consequence', { day: longDay(plan.startOn, today, t) })}</p>
            {launch.error ? <RefusalNote error={launch.error} /> : null}
            <div>
              <Button type="primary" htmlType="submit" loading={launch.isPending}>
                {t('command.LaunchCampaign')}
              </Button>
            </div>
          </div>
        </Panel>
      ) : (
        <p className="muted">{t('launch.previewAfter')}</p>
      )}
    </form>
  );
};
