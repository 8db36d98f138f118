import { useRef, useState } from 'react';
import { useText } from '../i18n/use-text';
import { PlainButton } from './plain-button';

/** By which the operator finds a fault in the log. Where the browser does not copy it, it is chosen, to be copied by hand. */
export const EventNumber = ({ instance }: { instance: string | undefined }) => {
  const { t } = useText();
  const shown = useRef<HTMLElement>(null);
  const [isCopied, setCopied] = useState(false);
  if (instance === undefined) return null;
  const number = instance.replace('urn:uuid:', '');
  const copy = async (): Promise<void> => {
    try {
      // Browsers have it on https and loopback only.
      await navigator.clipboard.writeText(number);
      setCopied(true);
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
    }
  };
  return (
    <span className="row small" data-event-number={number}>
      {t('state.eventNumber')}
      <code className="prose" ref={shown}>
        {number}
      </code>
      <PlainButton onClick={() => void copy()}>{t(isCopied ? 'state.copied' : 'state.copy')}</PlainButton>
    </span>
  );
};
