/** The numbers of campaigns and problems: PDH-2026-B01-007. */
const CODE = /([A-Z]{2,}-\d{4}(?:-[A-Z0-9]+)+)/;

/** A text whose numbers are not broken at their hyphens. */
export const Unbroken = ({ text }: { text: string }) =>
  text.split(CODE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="unbroken">
        {part}
      </span>
    ),
  );
