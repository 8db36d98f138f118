import { AreaField, TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';

export interface Ground {
  readonly reason: string;
  readonly notice: string;
}

export const NO_GROUND: Ground = { reason: '', notice: '' };

/** As the command has it; a notice only where one asked for it. */
export const groundOf = ({ reason, notice }: Ground) => ({
  reason: reason.trim(),
  ...(notice.trim() === '' ? {} : { notice: notice.trim() }),
});

interface GroundFieldsProps {
  readonly value: Ground;
  readonly onChange: (value: Ground) => void;
  readonly reasonError: string | undefined;
}

/** Why a plan is changed under way, and by which notice. */
export const GroundFields = ({ value, onChange, reasonError }: GroundFieldsProps) => {
  const { t } = useText();
  return (
    <>
      <AreaField
        label={t('form.reason')}
        rows={2}
        value={value.reason}
        onChange={(reason) => onChange({ ...value, reason })}
        error={reasonError}
      />
      <TextField
        label={t('form.byNotice')}
        optional
        value={value.notice}
        onChange={(notice) => onChange({ ...value, notice })}
      />
    </>
  );
};
