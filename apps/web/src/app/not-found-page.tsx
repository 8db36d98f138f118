import { useText } from '../shared/i18n/use-text';
import { HelpCorner } from '../shared/ui/help-corner';
import { NotThere } from '../shared/ui/not-there';
import { Page } from '../shared/ui/page';
import { HeadRow } from './head-row';
import { Switches } from './switches';

export const NotFoundPage = () => {
  const { t } = useText();
  return (
    <>
      <HeadRow tools={<Switches />} />
      <main className="page">
        <Page title={t('notThere.title')}>
          <NotThere />
        </Page>
      </main>
      <HelpCorner />
    </>
  );
};
