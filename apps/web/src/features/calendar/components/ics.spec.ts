import { icsOf } from './ics';

const AT = '2026-07-06T01:00:00.000Z';
const due = (title: string) =>
  icsOf([{ id: 'measure-1', on: '2026-12-31', title, url: 'https://x/p/PDH-2026-B01-007' }], AT);
const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('what is due as a file for another calendar', () => {
  it('is a whole day with a name that stays, so that it is replaced when its date moves', () => {
    expect(unfolded(due('谈心谈话记录不全'))).toEqual([
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//rectify//calendar//ZH',
        'BEGIN:VEVENT',
        'UID:measure-1',
      ],
      ...['DTSTAMP:20260706T010000Z', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101'],
      ...['SUMMARY:谈心谈话记录不全', 'URL:https://x/p/PDH-2026-B01-007', 'TRANSP:TRANSPARENT'],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  it('says nothing of its own by what somebody typed', () => {
    expect(unfolded(due('一;二,三\\\nEND:VEVENT'))).toContain('SUMMARY:一\\;二\\,三\\\\\\nEND:VEVENT');
  });

  it('has no line of more than 75 octets, and none that ends within a character', () => {
    const text = due(`${'三会一课记录不完整'.repeat(9)}𠮷`);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
    expect(unfolded(text)).toContain(`SUMMARY:${'三会一课记录不完整'.repeat(9)}𠮷`);
  });
});
