import { Button } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import type { Action } from '../api/types';
import { useText } from '../i18n/use-text';
import { DecisionCard } from './decision-card';
import { isReturn, openVerb, type Matter } from './matter';
import './decision.css';

interface ActionsProps {
  readonly matter: Matter;
  readonly actions: readonly Action[];
  readonly onDone: (action: Action) => void;
  /** The element that names the matter, so that many buttons of the same word tell apart. */
  readonly describedBy?: string;
  /** False for what may be done besides, which nobody waits for. */
  readonly isPrimary?: boolean;
  /** On a page about just this, its first card is open already. */
  readonly isOpen?: boolean;
}

/** One command may stand there more than once, with other defaults. */
const keyOf = ({ command, defaults }: Action): string => `${command} ${JSON.stringify(defaults)}`;

const EDITS = ['CorrectProblem', 'AmendPlan', 'PlanActivity'];

/** By which key its card is opened. */
const verbOf = (action: Action, index: number): 'return' | 'edit' | 'approve' | undefined => {
  if (isReturn(action)) return 'return';
  if (EDITS.includes(action.command)) return 'edit';
  return index === 0 ? 'approve' : undefined;
};

/** The buttons of what can be done here; pressing one opens its card below. */
export const useActions = ({
  matter,
  actions,
  onDone,
  describedBy,
  isPrimary = true,
  isOpen = false,
}: ActionsProps) => {
  const { t } = useText();
  const [open, setOpen] = useState<string | null>(isOpen && actions[0] ? keyOf(actions[0]) : null);
  const pressed = useRef<HTMLElement | null>(null);
  // The button answers at once; its card, a whole form, comes as soon as it can.
  const shown = useDeferredValue(open);
  const opened = actions.find((action) => keyOf(action) === shown);
  const close = () => {
    setOpen(null);
    pressed.current?.focus();
  };
  const done = (action: Action) => {
    setOpen(null);
    onDone(action);
  };
  const buttons = actions.map((action, index) => (
    <Button
      key={keyOf(action)}
      color={isPrimary && index === 0 ? 'primary' : 'default'}
      variant="outlined"
      aria-expanded={keyOf(action) === open}
      data-verb={verbOf(action, index)}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      onClick={(event) => {
        pressed.current = event.currentTarget;
        setOpen(keyOf(action) === open ? null : keyOf(action));
      }}
    >
      {openVerb(action, t)}
    </Button>
  ));
  const card = opened ? (
    <DecisionCard key={keyOf(opened)} matter={matter} action={opened} close={close} onDone={done} />
  ) : null;
  return { buttons, card };
};

/** Buttons with their card below them. */
export const Actions = (props: ActionsProps) => {
  const { buttons, card } = useActions(props);
  // The only thing to do, open already: a button that opens it would say it twice.
  const isObvious = props.isOpen && props.actions.length === 1 && card !== null;
  return (
    <div className="stack">
      {isObvious ? null : <div className="row">{buttons}</div>}
      {card}
    </div>
  );
};
