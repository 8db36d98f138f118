import type { Template } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { refName } from './expected';

/** Every item of the template, by aspect; all of them are answered. */
export const ItemsStep = ({ template: { definition } }: { template: Template }) => {
  const { t } = useText();
  return (
    <>
      <p>{t('launch.itemsCaption', { count: definition.aspects.flatMap(({ items }) => items).length })}</p>
      {definition.aspects.map(({ code, name, owner, items }) => (
        <details key={code}>
          <summary>{t('launch.aspect', { name, count: items.length, owner: refName(owner, t) })}</summary>
          <ul>
            {items.map((item) => (
              <li key={item.code}>
                <span className="muted">{item.code}</span> {item.text}
                {item.clue ? <span className="muted"> {t('launch.clueItem')}</span> : null}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
};
