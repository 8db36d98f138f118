import type { TemplateList } from '../../../shared/api/types';
import { ChoiceField } from '../../../shared/fields/choice-field';
import { useText } from '../../../shared/i18n/use-text';
import type { StepOfDraft } from './step-of-draft';

interface TemplateProps extends StepOfDraft {
  readonly templates: TemplateList['items'];
}

export const TemplateStep = ({ draft, keep, templates }: TemplateProps) => {
  const { t, language } = useText();
  return (
    <div className="launch-templates">
      <ChoiceField
        legend={t('launch.template')}
        hiddenLegend
        value={draft.template}
        options={templates.map((each) => ({
          value: each.slug,
          label: t('launch.templateItems', {
            title: language === 'en' ? each.titleEn : each.title,
            count: each.items,
          }),
        }))}
        onChange={(template) => keep({ template })}
      />
    </div>
  );
};
