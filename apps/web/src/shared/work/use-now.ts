import { useEffect, useState } from 'react';

/** The browser's own clock, read anew every so often while somebody wants to know. */
export const useNow = (everyMs: number, isWanted = true): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isWanted) return undefined;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, isWanted]);
  return now;
};
