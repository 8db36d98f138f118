import { useState } from 'react';
import type { Action } from '../../../shared/api/types';
import { commandName } from '../../../shared/decision/matter';
import { useText } from '../../../shared/i18n/use-text';
import { DoneNote } from '../../../shared/ui/done-note';

/** What was done last on this page, said where it was done. */
export const useDone = () => {
  const { t } = useText();
  const [done, setDone] = useState<{ text: string; at: number } | null>(null);
  const record = (action: Action, object: string) =>
    setDone({ text: t('done.recorded', { verb: commandName(action, t), object }), at: (done?.at ?? 0) + 1 });
  const note = done ? <DoneNote key={done.at}>{done.text}</DoneNote> : null;
  return { record, note };
};
