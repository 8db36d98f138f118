import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../shared/i18n/use-text';

/** 查找: by number or words, over what the reader may see. `/` goes here. */
export const SearchField = () => {
  const { t } = useText();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        const q = words.trim();
        if (q !== '') void navigate({ to: '/search', search: { q } });
      }}
    >
      {/* The browser's own: antd's would weigh on every first page. */}
      <input
        className="select"
        id="search"
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.hint')}
        autoComplete="off"
        maxLength={64}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
    </form>
  );
};
