import { useQuery } from '@tanstack/react-query';
import { allPosts, obligationKinds } from '@rectify/domain';
import type { MessageKey } from '@rectify/i18n';
import { useState } from 'react';
import { queries } from '../../api/queries';
import type { Campaign } from '../../api/types';
import { SelectField } from '../../fields/select-field';
import { TextField } from '../../fields/text-field';
import { useText } from '../../i18n/use-text';
import { useCard, useCardDraft } from '../card-context';
import { CardForm } from '../card-form';
import { useRequired } from '../use-required';
import { stageName } from '../matter';
import { GroundFields, groundOf, NO_GROUND } from './ground-fields';
import { ladderOf, type LadderName } from './ladder';
import { LadderFields } from './ladder-fields';
import { PlanMoves, postRefName } from './plan-moves';

const UNITS = ['workingDay', 'calendarDay', 'month'] as const;
const STEPS = [0, 1, 2] as const;
const EMPTY = {
  stage: '',
  steps: ['', '', ''],
  kind: '',
  n: '',
  unit: 'workingDay' as (typeof UNITS)[number],
  ladder: '' as LadderName | '',
  rungs: [] as readonly string[],
};
type Draft = typeof EMPTY;
type Ladders = NonNullable<Campaign['ladders']>;

/** The chain and the limit that are asked for, as the command has them; what was left empty stays as it is. */
export const changesOf = ({ stage, steps, kind, n, unit, ladder, rungs }: Draft, ladders: Ladders | null) => {
  const approvals = steps.filter((post) => post !== '').map((post) => [post]);
  const days = Number(n);
  const climbed = ladder === '' || !ladders ? null : ladderOf(ladders[ladder], rungs);
  return {
    ...(stage !== '' && approvals.length > 0 ? { chains: [{ stage, approvals }] } : {}),
    ...(kind !== '' && n.trim() !== '' && Number.isInteger(days) && days > 0
      ? { limits: [{ kind, limit: { n: days, unit } }] }
      : {}),
    ...(climbed ? { ladders: [{ ladder, rungs: climbed }] } : {}),
  };
};

/** Who approves a stage, how long something may take and by which rungs it is reminded of, from now on; the difference is shown before it is made. */
export const ReplanCampaign = () => {
  const { t } = useText();
  const { matter, send } = useCard();
  const campaign = useQuery(queries.campaign(matter.campaignId)).data;
  const ladders = campaign?.ladders ?? null;
  const stages = (campaign?.road ?? []).filter(({ is }) => is !== 'closed');
  const [draft, setDraft] = useCardDraft<Draft>(EMPTY);
  const [ground, setGround] = useState(NO_GROUND);
  const { asked, ask, required } = useRequired();
  const change = (values: Partial<Draft>) => setDraft({ ...draft, ...values });
  const changes = changesOf(draft, ladders);
  const isAny = Object.keys(changes).length > 0;
  const { reason, ...notice } = groundOf(ground);
  const confirm = () => {
    ask();
    if (isAny && reason !== '') send({ ...changes, reason, ...notice });
  };
  const posts = allPosts.flatMap((post) => [post, `${post}@parent`]);
  return (
    <CardForm onConfirm={confirm} consequence={t('consequence.ReplanCampaign')}>
      <div className="two">
        <SelectField
          label={t('form.chainOf')}
          optional
          value={draft.stage}
          options={[
            { value: '', label: t('form.unchanged') },
            ...stages.map(({ stage }) => ({ value: stage, label: stageName(stage, t) })),
          ]}
          onChange={(stage) => change({ stage })}
        />
        {draft.stage === ''
          ? null
          : STEPS.map((step) => (
              <SelectField
                key={step}
                label={t('form.step', { number: step + 1 })}
                optional={step > 0}
                value={draft.steps[step] ?? ''}
                options={[
                  { value: '', label: t('form.noStep') },
                  ...posts.map((value) => ({ value, label: postRefName(value, t) })),
                ]}
                onChange={(post) =>
                  change({ steps: draft.steps.map((each, at) => (at === step ? post : each)) })
                }
              />
            ))}
      </div>
      <div className="two">
        <SelectField
          label={t('form.limitOf')}
          optional
          value={draft.kind}
          options={[
            { value: '', label: t('form.unchanged') },
            ...obligationKinds.map((value) => ({ value, label: t(`obligation.${value}` as MessageKey) })),
          ]}
          onChange={(kind) => change({ kind })}
        />
        {draft.kind === '' ? null : (
          <>
            <TextField label={t('form.limit')} value={draft.n} onChange={(n) => change({ n })} />
            <SelectField
              label={t('form.limitUnit')}
              value={draft.unit}
              options={UNITS.map((value) => ({ value, label: t(`form.unit.${value}`) }))}
              onChange={(unit) => change({ unit })}
            />
          </>
        )}
      </div>
      {ladders ? (
        <LadderFields ladders={ladders} ladder={draft.ladder} rungs={draft.rungs} onChange={change} />
      ) : null}
      {asked && !isAny ? <p className="field-error">{t('form.nothingMoved')}</p> : null}
      {isAny ? (
        <PlanMoves
          path={`/api/campaigns/${matter.campaignId}/previews/replan-campaign`}
          body={{ ...changes, reason: reason === '' ? t('command.ReplanCampaign') : reason }}
        />
      ) : null}
      <GroundFields value={ground} onChange={setGround} reasonError={required(reason === '')} />
    </CardForm>
  );
};
