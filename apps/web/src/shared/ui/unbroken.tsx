import type { ReactNode } from 'react';

/** What is read in one piece: the number of a campaign or a problem (PDH-2026-B01-007), and a day (6月7日(周日), 7 June). */
const WHOLE =
  /([A-Z]{2,}-\d{4}(?:-[A-Z0-9]+)+|(?:\d{4}\p{Script=Han})?\d{1,2}\p{Script=Han}\d{1,2}\p{Script=Han}(?:\(\p{Script=Han}{2}\))?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)/u;

/** A text whose numbers are not broken at their hyphens, nor its days between day and month. */
export const Unbroken = ({ text }: { text: string }) =>
  text.split(WHOLE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="unbroken">
        {part}
      </span>
    ),
  );

/** What stands in a cell: words alone are kept so, anything else keeps its own. */
export const whole = (content: ReactNode): ReactNode =>
  typeof content === 'string' ? <Unbroken text={content} /> : content;
