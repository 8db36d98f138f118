import { Fragment, type ReactNode } from 'react';

/**
 * What is read in one piece: the number of a campaign or a problem (PDH-2026-B01-007), a day (6月7日(周日), Sun 7 June),
 * how many days (48天, 48 days), and a name with its post, which may part after the dot.
 */
const WHOLE =
  /([A-Z]{2,}-\d{4}(?:-[A-Z0-9]+)+|(?:\d{4}\p{Script=Han})?\d{1,2}\p{Script=Han}\d{1,2}\p{Script=Han}(?:\(\p{Script=Han}{2}\))?|(?:[A-Z][a-z]{2} )?\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?|\d+(?:\u5929| days?)|[\p{Script=Han}\d]{1,10}·\p{Script=Han}{2,6})/u;

const Piece = ({ text }: { text: string }) => <span className="unbroken">{text}</span>;

/** A text whose numbers are not broken at their hyphens, nor its days between day and month, nor its names. */
export const Unbroken = ({ text }: { text: string }) =>
  text.split(WHOLE).map((part, index) => {
    if (index % 2 === 0) return part;
    const [name = '', post] = part.split('·');
    return post === undefined ? (
      <Piece key={index} text={part} />
    ) : (
      <Fragment key={index}>
        <Piece text={`${name}·`} />
        <Piece text={post} />
      </Fragment>
    );
  });

/** What stands in a cell: words alone are kept so, anything else keeps its own. */
export const whole = (content: ReactNode): ReactNode =>
  typeof content === 'string' ? <Unbroken text={content} /> : content;
