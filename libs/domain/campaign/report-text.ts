import { hashOf } from '../kernel/hash';

/** What was found, in words. Until triage it may be sealed: then only the shell, which holds the key, can read it. */
export interface ReportText {
  readonly title: string;
  readonly detail: string;
}

/** The text as triage keeps it in clear, with the hash that the problem list is confirmed by. */
export interface KeptText extends ReportText {
  readonly hash: string;
}

/** The hash of a report covers what is stored: the words, or their sealed form. */
export const reportHash = (item: string, { title, detail }: ReportText, sealed?: string): string =>
  sealed === undefined ? hashOf({ item, title, detail }) : hashOf({ item, sealed });

/** What inclusion and exclusion write of a sealed report: its words, opened by the shell. */
export const keptText = (item: string, { title, detail }: ReportText): KeptText => ({
  title,
  detail,
  hash: reportHash(item, { title, detail }),
});
