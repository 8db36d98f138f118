import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useText } from '../shared/i18n/use-text';
import { PlainButton } from '../shared/ui/plain-button';

/** A page that broke says so and offers a way on; nothing of the error is shown to the reader. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broke: boolean }> {
  override state = { broke: false };

  static getDerivedStateFromError(): { broke: boolean } {
    return { broke: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.broke ? <Broken /> : this.props.children;
  }
}

export const Broken = () => {
  const { t } = useText();
  return (
    <main className="page">
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.why')}</p>
      <PlainButton look="primary" onClick={() => location.assign('/todo')}>
        {t('broken.back')}
      </PlainButton>
    </main>
  );
};
