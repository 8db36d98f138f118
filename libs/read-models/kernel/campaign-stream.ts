const PREFIX = 'campaign/';

export const campaignStream = (campaignId: string): string => `${PREFIX}${campaignId}`;

/** SQL for the stream's name of an id, and back. */
export const campaignStreamOf = (id: string): string => `'${PREFIX}' || ${id}`;

/** SQL for the id in a campaign's stream name, for tables that are keyed by the campaign; null of any other stream. */
export const campaignIdOf = (stream: string): string =>
  `CASE WHEN ${stream} LIKE '${PREFIX}%' THEN substr(${stream}, ${PREFIX.length + 1})::uuid END`;
