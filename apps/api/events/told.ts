/** What a listener knows: of the campaign that is open its version, of their obligations a digest. Null: nothing is open, or not theirs. */
export interface Told {
  readonly version: number | null;
  readonly obligations: string;
}

export interface News {
  readonly event: 'campaign' | 'obligations';
  readonly data: Readonly<Record<string, string | number>>;
}

const ID = /^(\d{1,9}|-)\.([A-Za-z0-9_-]{22})$/;

/** Goes out with everything that is told, and comes back as Last-Event-ID. It holds nothing that the listener may not read. */
export const idOf = ({ version, obligations }: Told): string => `${version ?? '-'}.${obligations}`;

/** Null where it is none of ours. */
export const toldBy = (id: string | undefined): Told | null => {
  const [, version, obligations] = ID.exec(id ?? '') ?? [];
  if (version === undefined || obligations === undefined) return null;
  return { version: version === '-' ? null : Number(version), obligations };
};

/** What is new since then: kinds, the campaign's id and its version; never content. */
export const newsSince = (was: Told, is: Told, campaignId: string | null): readonly News[] => [
  ...(campaignId !== null && is.version !== null && is.version !== was.version
    ? [{ event: 'campaign', data: { campaignId, version: is.version } } as const]
    : []),
  ...(is.obligations === was.obligations ? [] : [{ event: 'obligations', data: {} } as const]),
];

/** As the stream carries it. */
export const framed = (
  { event, data }: News | { readonly event: 'listening'; readonly data: object },
  id: string,
): string => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
