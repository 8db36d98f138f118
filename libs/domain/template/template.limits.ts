/** security.md §6, and the bytes of canonical JSON that leave room in an event of 64 KiB. */
export const TEMPLATE_LIMITS = {
  bytes: 48 * 1024,
  title: 200,
  name: 100,
  itemText: 500,
  evidence: 200,
  aspects: 50,
  items: 2_000,
  approvalSteps: 10,
  rungs: 20,
  rungDays: 365,
  listed: 50,
  voters: 50,
} as const;
