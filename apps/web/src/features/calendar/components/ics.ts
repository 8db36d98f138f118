import { addDays, type CivilDate, type Instant } from '@rectify/domain';

/** Something that is due on a day, as another calendar shows it. */
export interface IcsDay {
  readonly id: string;
  readonly on: CivilDate;
  readonly title: string;
  readonly url: string;
}

/** So many octets has a line at most (RFC 5545 §3.1); the blank that begins the next is one of them. */
const LINE = 75;

const octets = new TextEncoder();

/** Broken between characters, never within one. */
const folded = (line: string): string => {
  let used = 0;
  let text = '';
  for (const sign of line) {
    const size = octets.encode(sign).length;
    const isFull = used + size > LINE;
    text += isFull ? `\r\n ${sign}` : sign;
    used = isFull ? size + 1 : used + size;
  }
  return text;
};

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

const plain = (text: string): string => text.replace(/[-:]|\.\d+/g, '');

const event = ({ id, on, title, url }: IcsDay, at: Instant): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${id}`,
  `DTSTAMP:${plain(at)}`,
  `DTSTART;VALUE=DATE:${plain(on)}`,
  `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`,
  `SUMMARY:${escaped(title)}`,
  `URL:${url}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** A calendar of whole days that phones and office programs take in (RFC 5545). Taken in again, a day replaces the one before. */
export const icsOf = (days: readonly IcsDay[], at: Instant): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//rectify//calendar//ZH',
    ...days.flatMap((day) => event(day, at)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
