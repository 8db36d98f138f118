export interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** One open stream of the running API, read as a browser's EventSource reads it. */
export interface EventStream {
  readonly status: number;
  readonly heard: readonly Heard[];
  /** The next event that is not yet taken; null where the stream ended first. */
  readonly next: () => Promise<Heard | null>;
  readonly close: () => void;
}

const parsed = (frame: string): Heard | null => {
  const fields = Object.fromEntries(
    frame.split('\n').map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)];
    }),
  );
  if (fields['event'] === undefined) return null;
  return {
    id: fields['id'] ?? '',
    event: fields['event'],
    data: JSON.parse(fields['data'] ?? '{}') as Heard['data'],
  };
};

export const openStream = async (url: string, headers: Record<string, string>): Promise<EventStream> => {
  const stopping = new AbortController();
  const response = await fetch(url, { headers, signal: stopping.signal });
  if (response.status !== 200) await response.body?.cancel();
  const heard: Heard[] = [];
  let taken = 0;
  let isOver = false;
  let wake = (): void => undefined;
  const read = async (): Promise<void> => {
    let text = '';
    const decoder = new TextDecoder();
    if (response.status === 200)
      for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(part, { stream: true });
        const frames = text.split('\n\n');
        text = frames.pop() ?? '';
        heard.push(...frames.flatMap((frame) => parsed(frame) ?? []));
        wake();
      }
  };
  void read()
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
      wake();
    });
  return {
    status: response.status,
    heard,
    next: async () => {
      while (taken >= heard.length && !isOver) await new Promise<void>((resolve) => (wake = resolve));
      const found = heard[taken] ?? null;
      taken += 1;
      return found;
    },
    close: () => stopping.abort(),
  };
};
