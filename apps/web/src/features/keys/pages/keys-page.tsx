import { Button } from 'antd';
import { useText } from '../../../shared/i18n/use-text';
import { meanings } from '../../../shared/keys/meaning';
import { useKeysSwitch } from '../../../shared/keys/use-keys';
import { setPreference } from '../../../shared/lib/preference';
import { DataTable } from '../../../shared/ui/data-table';
import { Page } from '../../../shared/ui/page';

/** Keys of the browser and of forms, which are always there. */
const ALWAYS = { Enter: 'open', 'Ctrl+Enter': 'commit', Esc: 'close' } as const;

/** ?: what the keys do, and the switch that turns the single ones off. A page, so that Back leaves it. */
const KeysPage = () => {
  const { t } = useText();
  const isOn = useKeysSwitch() === 'on';
  const rows = Object.entries({ ...meanings, ...ALWAYS });
  return (
    <Page title={t('keys.title')}>
      <p className="row">
        {t(isOn ? 'keys.areOn' : 'keys.areOff')}
        <Button onClick={() => setPreference('keys', isOn ? 'off' : 'on')}>
          {t(isOn ? 'keys.turnOff' : 'keys.turnOn')}
        </Button>
      </p>
      <section className="panel" aria-label={t('keys.title')}>
        <DataTable
          caption={t('keys.caption')}
          rows={rows}
          rowKey={([keys]) => keys}
          columns={[
            { key: 'keys', label: t('keys.key'), isRowHeader: true, cell: ([keys]) => <kbd>{keys}</kbd> },
            { key: 'does', label: t('keys.does'), cell: ([, meaning]) => t(`key.${meaning}`) },
          ]}
        />
      </section>
    </Page>
  );
};

export default KeysPage;
