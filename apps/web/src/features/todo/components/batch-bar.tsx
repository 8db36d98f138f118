import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import type { Obligation } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { Pending } from '../../../shared/ui/pending';
import { chosenOf } from './batch';
import { useRefused } from './refused';

/** Loaded when something is chosen: the list itself needs no fields. */
const Together = lazy(() => import('./together'));

interface BatchProps {
  readonly rows: readonly Obligation[];
  readonly chosen: ReadonlySet<string>;
  readonly clear: () => void;
  readonly onDone: (text: string) => void;
}

/** The same approval of several things; what was refused is named with its reason, the rest stands. */
export const BatchBar = ({ rows, chosen, ...rest }: BatchProps) => {
  const asked = chosenOf(rows, chosen);
  const [first] = asked;
  return (
    <>
      <Refusals />
      {first ? (
        <Suspense fallback={<Pending lines={3} />}>
          <Together {...rest} asked={asked} first={first} />
        </Suspense>
      ) : null}
    </>
  );
};

/** Each leads to the matter itself: what may be done there still, or who was first. */
const Refusals = () => {
  const { t } = useText();
  const { refused, putAway } = useRefused();
  if (refused.length === 0) return null;
  return (
    <div className="note stack live-note" data-tone="refusal" role="alert">
      <ul>
        {refused.map(({ id, name, why }) => (
          <li key={id}>
            <Link to="/t/$id" params={{ id }}>
              {name}
            </Link>
            : {why}
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" onClick={putAway}>
          {t('batch.putAway')}
        </Button>
      </div>
    </div>
  );
};
