import { useState } from 'react';
import { useText } from '../i18n/use-text';

/** What is missing is said once somebody has tried to confirm, not while they are still at it. */
export const useRequired = () => {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  return {
    asked,
    ask: () => setAsked(true),
    /** Sent: an emptied form asks for nothing. */
    sent: () => setAsked(false),
    /** What stands beside the field; undefined where nothing is to be said. */
    required: (isMissing: boolean) => (asked && isMissing ? t('validation.required') : undefined),
  };
};
