import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Action } from '../api/types';
import { useText } from '../i18n/use-text';
import { Pending } from '../ui/pending';
import { CardProvider } from './card-context';
import { forgetDraft } from './drafts';
import { openVerb, type Matter } from './matter';
import { useCommand } from './use-command';

const ActionForm = lazy(() =>
  import('./forms/action-form').then((module) => ({ default: module.ActionForm })),
);

interface DecisionCardProps {
  readonly matter: Matter;
  readonly action: Action;
  readonly close: () => void;
  /** Told once the command is on record and the pages have been read anew. */
  readonly onDone: (action: Action) => void;
}

/** One act, opened where it is owed. What is typed stays until it is done. */
export const DecisionCard = ({ matter, action, close, onDone }: DecisionCardProps) => {
  const { t } = useText();
  const draftKey = `${matter.draftKey}.${action.command}`;
  const command = useCommand(action, () => {
    forgetDraft(draftKey);
    onDone(action);
  });
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.focus(), []);
  const values = {
    matter,
    action,
    draftKey,
    send: command.mutate,
    isSending: command.isPending,
    refusal: command.error,
    close,
  };
  return (
    <div
      className="card"
      role="group"
      aria-label={`${openVerb(action, t)} ${matter.name}`}
      data-action={action.command}
      tabIndex={-1}
      ref={card}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && close()}
    >
      <CardProvider value={values}>
        <Suspense fallback={<Pending lines={3} />}>
          <ActionForm />
        </Suspense>
      </CardProvider>
    </div>
  );
};
