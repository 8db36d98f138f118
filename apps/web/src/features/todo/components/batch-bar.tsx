import { useMutationState } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Obligation } from '../../../shared/api/types';
import { Pending } from '../../../shared/ui/pending';
import { BATCH, chosenOf, type Refused } from './batch';

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
  const results = useMutationState({
    filters: { mutationKey: BATCH },
    select: ({ state }) => state.data as readonly Refused[] | undefined,
  });
  const refused = results.at(-1) ?? [];
  const asked = chosenOf(rows, chosen);
  const [first] = asked;
  return (
    <>
      {refused.length > 0 ? (
        <ul className="note" data-tone="refusal" role="alert">
          {refused.map(({ name, why }) => (
            <li key={name}>
              {name}: {why}
            </li>
          ))}
        </ul>
      ) : null}
      {first ? (
        <Suspense fallback={<Pending lines={3} />}>
          <Together {...rest} asked={asked} first={first} />
        </Suspense>
      ) : null}
    </>
  );
};
