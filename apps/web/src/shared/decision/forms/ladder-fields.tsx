import type { MessageKey } from '@rectify/i18n';
import { ChecksField } from '../../fields/checks-field';
import { SelectField } from '../../fields/select-field';
import { useText } from '../../i18n/use-text';
import { ladderNames, offeredRungs, type LadderName, type Rung } from './ladder';

interface LadderFieldsProps {
  readonly ladders: Readonly<Record<LadderName, readonly Rung[]>>;
  readonly ladder: LadderName | '';
  readonly rungs: readonly string[];
  readonly onChange: (change: {
    readonly ladder: LadderName | '';
    readonly rungs: readonly string[];
  }) => void;
}

/** By which rungs one kind of matters is reminded of: those of the plan are ticked, and stay what they are. */
export const LadderFields = ({ ladders, ladder, rungs, onChange }: LadderFieldsProps) => {
  const { t } = useText();
  const choose = (value: string) => {
    const name = ladderNames.find((each) => each === value) ?? '';
    onChange({ ladder: name, rungs: name === '' ? [] : ladders[name].map(({ rung }) => rung) });
  };
  return (
    <>
      <SelectField
        label={t('form.ladderOf')}
        optional
        value={ladder}
        options={[
          { value: '', label: t('form.unchanged') },
          ...ladderNames.map((value) => ({ value, label: t(`ladder.${value}`) })),
        ]}
        onChange={choose}
      />
      {ladder === '' ? null : (
        <ChecksField
          legend={t('form.ladderRungs')}
          values={rungs}
          options={offeredRungs(ladders[ladder]).map((rung) => ({
            value: rung.rung,
            label: t('form.rung', {
              rung: t(`rung.${rung.rung}` as MessageKey),
              act: t(`rungDo.${rung.do}`),
            }),
          }))}
          onChange={(values) => onChange({ ladder, rungs: values })}
        />
      )}
    </>
  );
};
