import { useState } from 'react';
import { useText } from '../i18n/use-text';
import { Field, type FieldProps } from './field';

type Content = Readonly<Record<string, unknown>>;

interface FileFieldProps extends FieldProps {
  /** The file's content; null where none is picked or it is no JSON object. */
  readonly onChange: (content: Content | null) => void;
}

/** Far above any year's file: what is larger is not read. */
const LARGEST_BYTES = 256 * 1024;

const contentOf = async (file: File): Promise<Content | null> => {
  if (file.size > LARGEST_BYTES) return null;
  try {
    const content = JSON.parse(await file.text()) as unknown;
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? (content as Content)
      : null;
  } catch {
    return null;
  }
};

/** A JSON file from the reader's own disk. */
export const FileField = ({ onChange, error, ...field }: FileFieldProps) => {
  const { t } = useText();
  const [isUnreadable, setUnreadable] = useState(false);
  const pick = async (file: File | undefined) => {
    const content = file ? await contentOf(file) : null;
    setUnreadable(file !== undefined && content === null);
    onChange(content);
  };
  return (
    <Field {...field} error={isUnreadable ? t('field.notJson') : error}>
      {(wiring) => (
        <input
          {...wiring}
          type="file"
          className="file"
          accept="application/json,.json"
          onChange={({ target }) => void pick(target.files?.[0])}
        />
      )}
    </Field>
  );
};
