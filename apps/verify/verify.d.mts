/** The first place where a bundle is wrong. */
export interface FirstWrong {
  readonly code: 1 | 2;
  readonly file?: string;
  readonly line?: number;
  readonly stream?: string | null;
  readonly seq?: number;
  readonly want: string;
  readonly got: string;
}
export interface Report {
  readonly code: 0 | 1 | 2;
  readonly first?: FirstWrong;
  readonly counts: { readonly approvals: number; readonly shredded: number; readonly unknown: string[] };
  readonly events?: { readonly streams: number; readonly events: number };
  readonly access?: { readonly streams: number; readonly events: number };
}
export declare const verify: (folder: string) => Promise<Report>;
