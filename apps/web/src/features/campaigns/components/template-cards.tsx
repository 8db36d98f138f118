import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { useText } from '../../../shared/i18n/use-text';
import { useLaunchDraft } from '../../../shared/launch/launch-draft';
import { Loaded } from '../../../shared/ui/loaded';

/** Nothing is under way: each template is one press to a launch of it, which tells nobody before its last step. */
export const TemplateCards = () => {
  const { t, language } = useText();
  const templates = useQuery(queries.templates());
  const [draft, keep] = useLaunchDraft();
  return (
    <div className="panel empty">
      <p>{t('campaigns.noneLaunch')}</p>
      <Loaded query={templates}>
        {({ items }) => (
          <ul className="template-cards">
            {items.map(({ slug, title, titleEn, items: count }) => (
              <li key={slug}>
                <Link
                  to="/c/new/$draft/$step"
                  params={{ draft: draft.id, step: '2' }}
                  onClick={() => keep({ template: slug })}
                  data-template={slug}
                >
                  <b>{language === 'en' ? titleEn : title}</b>
                  <span className="muted">{t('campaigns.templateItems', { count })}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </div>
  );
};
