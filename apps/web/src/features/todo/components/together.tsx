import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { send } from '../../../shared/api/client';
import { inTurn } from '../../../shared/api/in-turn';
import { problemOf } from '../../../shared/api/problem';
import type { CommandAccepted } from '../../../shared/api/types';
import { PasswordAgain } from '../../../shared/decision/confirm-field';
import { commandName, confirmVerb, objectOf } from '../../../shared/decision/matter';
import { useConfirmation } from '../../../shared/decision/use-confirmation';
import { useText } from '../../../shared/i18n/use-text';
import { newId } from '../../../shared/lib/new-id';
import { problemText, RefusalNote } from '../../../shared/ui/problem-note';
import type { Approvable } from './batch';
import { useRefused } from './refused';

interface TogetherProps {
  readonly clear: () => void;
  readonly onDone: (text: string) => void;
  readonly asked: readonly Approvable[];
  readonly first: Approvable;
}

/** Each is listed before it is confirmed, and is a command of its own, decided on the content that was listed. */
const Together = ({ asked, first, clear, onDone }: TogetherProps) => {
  const words = useText();
  const { t } = words;
  const client = useQueryClient();
  const [sent, setSent] = useState(0);
  const { keep, settle } = useRefused();
  // Whoever leaves the list meanwhile has given them all the same.
  const sending = useMutation({
    meta: { work: 'batch.title' },
    mutationFn: () => sendAll(),
  });
  const refusal = sending.error;
  const { confirmation, confirm } = useConfirmation(first.action, refusal);
  const { isAsked, password } = confirmation;
  const sendAll = async (): Promise<void> => {
    await confirm();
    let count = 0;
    for (const owed of asked) {
      const { path, method, defaults } = owed.action;
      const command = { method, body: defaults, key: newId() };
      try {
        await inTurn(() => send<CommandAccepted>(path, command));
        settle(owed.id);
        count += 1;
      } catch (error) {
        // Asked of all of them alike: nothing further is sent before it is answered.
        if (problemOf(error).code === 'REAUTH_REQUIRED') throw error;
        keep({ id: owed.id, name: objectOf(owed, words), why: problemText(problemOf(error), words) });
      }
      setSent((before) => before + 1);
    }
    clear();
    await client.invalidateQueries({ queryKey: ['work'] });
    const verb = commandName(first.action, t);
    onDone(t('batch.done', { verb, count }));
  };
  return (
    <section className="panel" aria-label={t('batch.title')} data-batch={first.kind}>
      <div className="panel-body stack">
        <p>{t('batch.chosen', { count: asked.length, act: t(`obligation.${first.kind}`) })}</p>
        <ul>
          {asked.map((owed) => (
            <li key={owed.id}>{objectOf(owed, words)}</li>
          ))}
        </ul>
        {refusal ? <RefusalNote error={refusal} /> : null}
        <PasswordAgain confirmation={confirmation} />
        <div className="row">
          <Button
            type="primary"
            loading={sending.isPending}
            disabled={isAsked && password === ''}
            onClick={() => sending.mutate()}
          >
            {t('batch.confirm', { verb: confirmVerb(first.action, t), count: asked.length })}
          </Button>
          {sending.isPending ? <span>{t('batch.sent', { sent, count: asked.length })}</span> : null}
          <Button type="text" onClick={clear}>
            {t('batch.clear')}
          </Button>
        </div>
      </div>
    </section>
  );
};

export default Together;
