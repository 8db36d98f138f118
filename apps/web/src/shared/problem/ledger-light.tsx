import type { CivilDate } from '@rectify/domain';
import type { Problem } from '../api/types';
import { useText } from '../i18n/use-text';
import { DoneLight, Light } from '../ui/light';
import { nextDue } from './next-due';

/** The light of the earliest act that is awaited; closed ones say whether that was on time. */
export const LedgerLight = ({ problem, today }: { problem: Problem; today: CivilDate }) => {
  const { t } = useText();
  if (problem.closed) return <DoneLight late={problem.closed.late} />;
  const next = nextDue(problem);
  return next ? <Light dueOn={next} today={today} /> : <span>{t('ledger.noDate')}</span>;
};
