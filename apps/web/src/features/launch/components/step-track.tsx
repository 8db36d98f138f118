import { Link } from '@tanstack/react-router';
import type { LaunchDraft } from '../../../shared/launch/launch-draft';
import { useText } from '../../../shared/i18n/use-text';
import { numberOf, steps, type Step } from './steps';
import './launch.css';

interface StepProps {
  readonly draft: LaunchDraft;
  readonly step: Step;
}

export const StepTrack = ({ draft, step }: StepProps) => {
  const { t } = useText();
  return (
    <ol className="steps" aria-label={t('launch.steps')}>
      {steps.map((each) => {
        const name = `${numberOf(each)} ${t(`launch.step.${each}`)}`;
        return (
          <li key={each} aria-current={each === step ? 'step' : undefined}>
            {each === step || draft.template === null ? (
              <span>{name}</span>
            ) : (
              <StepLink draft={draft} step={each}>
                {name}
              </StepLink>
            )}
          </li>
        );
      })}
    </ol>
  );
};

export const StepLink = ({ draft, step, ...rest }: StepProps & { children: string; className?: string }) => (
  <Link to="/c/new/$draft/$step" params={{ draft: draft.id, step: numberOf(step) }} {...rest} />
);

/** On and back, by the names of where they lead; in the last step what ends it stands in the place of the next. */
export const StepEnds = ({ draft, step, children }: StepProps & { readonly children?: React.ReactNode }) => {
  const { t } = useText();
  const at = steps.indexOf(step);
  const [before, next] = [steps[at - 1], steps[at + 1]];
  return (
    <nav className="row" aria-label={t('launch.ends')}>
      {next && draft.template !== null ? (
        <StepLink draft={draft} step={next} className="button-link">
          {t('launch.next', { step: t(`launch.step.${next}`) })}
        </StepLink>
      ) : null}
      {children}
      {before ? (
        <StepLink draft={draft} step={before}>
          {t('launch.back', { step: t(`launch.step.${before}`) })}
        </StepLink>
      ) : null}
    </nav>
  );
};
