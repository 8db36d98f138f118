import { useState } from 'react';
import { FileField } from '../../fields/file-field';
import { useText } from '../../i18n/use-text';
import { useCard } from '../card-context';
import { CardForm } from '../card-form';
import { YearMoves } from './year-moves';

type Year = Readonly<Record<string, unknown>>;

/** The file of a year, in either format; what it would move is shown before it is imported. Whether it holds says the command. */
export const ImportCalendarYear = () => {
  const { t } = useText();
  const { action, send } = useCard();
  const [file, setFile] = useState<Year | null>(null);
  const [asked, ask] = useState(false);
  const { year } = action.defaults;
  const fault = file === null ? t('validation.required') : undefined;
  const other =
    file !== null && year !== undefined && file['year'] !== year
      ? t('calendar.otherYear', { year: String(year) })
      : undefined;
  const confirm = () => {
    ask(true);
    if (file !== null && !other) send(file);
  };
  return (
    <CardForm onConfirm={confirm} consequence={t('calendar.importConsequence')}>
      <FileField
        label={t('calendar.file')}
        hint={t('calendar.fileHint')}
        error={other ?? (asked ? fault : undefined)}
        onChange={setFile}
      />
      {file !== null && !other ? <YearMoves file={file} /> : null}
    </CardForm>
  );
};
