import { useEffect, useState } from 'react';

/** What was heard while the page was open; each number rises, the version is the campaign's. */
export interface Heard {
  readonly obligations: number;
  readonly campaign: number;
}

const NOTHING: Heard = { obligations: 0, campaign: 0 };

/** After a refusal (too many windows of one person) it is asked again so much later. */
const COME_AGAIN_MS = 60_000;

/**
 * Listens to `/api/events` while the page is looked at: kinds and ids of what changed, never content. Whoever comes back
 * to the page may have missed something, and counts as having heard.
 */
export const useEvents = (campaignId: string | null): Heard => {
  const [heard, setHeard] = useState(NOTHING);
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasOpen = false;
    const hearAll = () =>
      setHeard((before) => ({ obligations: before.obligations + 1, campaign: before.campaign + 1 }));
    const close = () => {
      clearTimeout(timer);
      source?.close();
      source = null;
    };
    const open = () => {
      close();
      const query = campaignId === null ? '' : `?campaign=${encodeURIComponent(campaignId)}`;
      source = new EventSource(`/api/events${query}`);
      source.addEventListener('listening', () => {
        if (wasOpen) hearAll();
        wasOpen = true;
      });
      source.addEventListener('obligations', () =>
        setHeard((before) => ({ ...before, obligations: before.obligations + 1 })),
      );
      source.addEventListener('campaign', () =>
        setHeard((before) => ({ ...before, campaign: before.campaign + 1 })),
      );
      source.addEventListener('error', () => {
        // A line that broke is taken up again by the browser; one that was refused is not.
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, COME_AGAIN_MS);
      });
    };
    const look = () => (document.visibilityState === 'visible' ? open() : close());
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      close();
    };
  }, [campaignId]);
  return heard;
};
