import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useId } from 'react';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The overlay that this entry of the history stands for. */
    overlay?: string;
  }
}

/**
 * Whatever opens over a page is a step of the history, so that the phone's Back closes it instead of leaving the page.
 * `opened` is to be told of the opening; `unwind` takes the step back where it is closed by hand.
 */
export const useBackCloses = (isOpen: boolean, close: () => void) => {
  const id = useId();
  const { history } = useRouter();
  const navigate = useNavigate();
  useEffect(() => {
    if (!isOpen) return undefined;
    return history.subscribe(({ action: { type } }) => {
      if (type === 'BACK' || type === 'GO') close();
    });
  });
  return {
    opened: () =>
      void navigate({ to: '.', search: true, hash: true, state: { overlay: id }, resetScroll: false }),
    unwind: () => {
      if (history.location.state.overlay === id) history.back();
    },
  };
};
