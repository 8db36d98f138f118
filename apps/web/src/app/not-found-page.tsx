import { useText } from '../shared/i18n/use-text';
import { NotThere } from '../shared/ui/not-there';
import { Page } from '../shared/ui/page';

export const NotFoundPage = () => {
  const { t } = useText();
  return (
    <main className="page">
      <Page title={t('notThere.title')}>
        <NotThere />
      </Page>
    </main>
  );
};
