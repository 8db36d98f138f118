import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Action } from '../api/types';
import { useText } from '../i18n/use-text';
import { Pending } from '../ui/pending';
import { CardProvider } from './card-context';
import { forgetDraft } from './drafts';
import { openVerb, type Matter } from './matter';
import { useCommand } from './use-command';
import { useConfirmation } from './use-confirmation';

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

/** The focus goes with the card that is done, and is free for what comes of it. */
const leave = (card: HTMLElement | null): void => {
  const { activeElement: at } = document;
  if (at instanceof HTMLElement && card?.contains(at)) at.blur();
};

/** One act, opened where it is owed. What is typed stays until it is done. */
export const DecisionCard = ({ matter, action, close, onDone }: DecisionCardProps) => {
  const { t } = useText();
  const draftKey = `${matter.draftKey}.${action.command}`;
  const [refusal, setRefusal] = useState<Error | null>(null);
  const { confirmation, confirm } = useConfirmation(action, refusal);
  const card = useRef<HTMLDivElement>(null);
  const command = useCommand(action, confirm, () => {
    forgetDraft(draftKey);
    leave(card.current);
    onDone(action);
  });
  useEffect(() => {
    if (command.error) setRefusal(command.error);
  }, [command.error]);
  useEffect(() => card.current?.focus(), []);
  const values = {
    matter,
    action,
    draftKey,
    send: command.mutate,
    isSending: command.isPending,
    refusal: command.error,
    confirmation,
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
