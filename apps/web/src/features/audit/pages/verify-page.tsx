import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import type { Campaign, Problem } from '../../../shared/api/types';
import { OfCode } from '../../../shared/campaign/of-code';
import { longDay } from '../../../shared/dates/format';
import { useClockDay } from '../../../shared/dates/use-today';
import { useText } from '../../../shared/i18n/use-text';
import { checkSearch, digitsOf, type Check } from '../../../shared/ledger/check-address';
import { ledgerHash } from '../../../shared/ledger/ledger-hash';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Unbroken } from '../../../shared/ui/unbroken';

/** Where the code on paper leads: whether the record says today what the paper says. */
const VerifyPage = () => {
  const { t } = useText();
  const check = checkSearch(useSearch({ from: '/inside/audit/verify' }));
  return (
    <Page title={t('verify.title')}>
      {'code' in check ? (
        <Checked check={check} />
      ) : (
        <Empty text={t('verify.nothing')}>
          <Link to="/ledger">{t('verify.toLedger')}</Link>
        </Empty>
      )}
    </Page>
  );
};

const Checked = ({ check }: { check: Check }) => (
  <OfCode code={check.code} isPart>
    {(id) => <InCampaign id={id} check={check} />}
  </OfCode>
);

const InCampaign = ({ id, check }: { id: string; check: Check }) => {
  const campaign = useQuery(queries.campaign(id, check.asOf));
  const problems = useQuery(queries.problems(id, check.asOf));
  return (
    <Loaded query={campaign}>
      {(found) => (
        <Loaded query={problems} lines={3}>
          {(rows) => <Verdict campaign={found} problems={rows} check={check} />}
        </Loaded>
      )}
    </Loaded>
  );
};

type Verdict = 'same' | 'later' | 'other';

interface VerdictProps {
  readonly campaign: Campaign;
  readonly problems: readonly Problem[];
  readonly check: Check;
}

/** Printed in the middle of a day, something may have been recorded until its end: then nothing follows from another hash. */
const verdictOf = ({ campaign, problems, check }: VerdictProps): Verdict => {
  if (campaign.version !== check.version) return campaign.version > check.version ? 'later' : 'other';
  const { code, version, hash } = check;
  return ledgerHash({ code, version, problems }) === digitsOf(hash) ? 'same' : 'other';
};

const Verdict = (props: VerdictProps) => {
  const { t } = useText();
  const today = useClockDay();
  const { code, asOf, hash } = props.check;
  const verdict = verdictOf(props);
  return (
    <>
      <p
        className="note"
        data-verdict={verdict}
        data-tone={verdict === 'same' ? 'plain' : 'attention'}
        role="status"
      >
        <Unbroken
          text={t(`verify.${verdict}`, { code, hash: digitsOf(hash), day: longDay(asOf, today, t) })}
        />
      </p>
      <p>
        <Link to="/c/$code/ledger" params={{ code }} search={{ asOf }}>
          <Unbroken text={t('verify.open', { day: longDay(asOf, today, t) })} />
        </Link>
      </p>
    </>
  );
};

export default VerifyPage;
