import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { queries } from '../../../shared/api/queries';
import { OfCode } from '../../../shared/campaign/of-code';
import { SelectField } from '../../../shared/fields/select-field';
import { useText } from '../../../shared/i18n/use-text';
import { campaignCodeOf } from '../../../shared/problem/campaign-code';
import { Empty } from '../../../shared/ui/empty';
import { Loaded } from '../../../shared/ui/loaded';
import { NotThere } from '../../../shared/ui/not-there';
import { Page, Panel } from '../../../shared/ui/page';
import { Act } from '../components/act';
import { auditSearch, type AuditSearch } from '../components/audit-search';
import { Decisions } from '../components/decisions';

/** 核验: who decided what and when, on which content, and how that is proved. Nothing can be changed here. */
const AuditPage = () => {
  const { t } = useText();
  const search = auditSearch(useSearch({ from: '/inside/audit' }));
  const campaigns = useQuery(queries.campaigns());
  return (
    <Page title={t('audit.title')}>
      <Loaded query={campaigns}>
        {(items) => {
          const code = search.code ?? items[0]?.code;
          return code === undefined ? (
            <Empty text={t('audit.none')}>
              <Link to="/c">{t('todo.seeCampaigns')}</Link>
            </Empty>
          ) : (
            <>
              <Choice codes={items.map((each) => each.code)} code={code} />
              <Looked code={code} search={search} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};

const Choice = ({ codes, code }: { codes: readonly string[]; code: string }) => {
  const { t } = useText();
  const navigate = useNavigate();
  const all = [...new Set([...codes, code])];
  return (
    <SelectField
      label={t('audit.of')}
      value={code}
      options={all.map((value) => ({ value, label: value }))}
      onChange={(chosen) => void navigate({ to: '/audit', search: { code: chosen } })}
    />
  );
};

/** A problem's code has one part more than its campaign's. */
const problemIn = (code: string): boolean => /-\d{3}$/.test(code);

const Looked = ({ code, search }: { code: string; search: AuditSearch }) => (
  <OfCode code={problemIn(code) ? campaignCodeOf(code) : code} isPart>
    {(id) => <InCampaign id={id} code={code} search={search} />}
  </OfCode>
);

const InCampaign = ({ id, code, search }: { id: string; code: string; search: AuditSearch }) => {
  const { t } = useText();
  const record = useQuery(queries.timeline(id));
  const problems = useQuery(queries.problems(id)).data ?? [];
  const only = problemIn(code) ? problems.find((problem) => problem.code === code) : undefined;
  return (
    <Loaded query={record} lines={8}>
      {(entries) => {
        const act = entries.find(({ version }) => version === search.at);
        if (search.at !== undefined)
          return (
            <>
              <p>
                <Link to="/audit" search={{ ...search, at: undefined }}>
                  {t('audit.back')}
                </Link>
              </p>
              {act ? (
                <Act campaignId={id} code={problemIn(code) ? campaignCodeOf(code) : code} entry={act} />
              ) : (
                <NotThere />
              )}
            </>
          );
        const of = only ? entries.filter(({ problemId }) => problemId === only.id) : entries;
        return (
          <Panel title={t('audit.decisions')}>
            <Decisions code={code} entries={of} problems={problems} search={search} />
          </Panel>
        );
      }}
    </Loaded>
  );
};

export default AuditPage;
