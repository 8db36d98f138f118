import type { ReplanningPreview } from '@rectify/contracts';
import type { MessageKey } from '@rectify/i18n';
import { postName } from '../../people/post-name';
import { useText, type Say } from '../../i18n/use-text';
import { Pending } from '../../ui/pending';
import { RefusalNote } from '../../ui/problem-note';
import { stageName } from '../matter';
import { MovedDates, MovedStages } from './moved';
import { usePreview } from './use-preview';

interface PlanMovesProps {
  readonly path: string;
  readonly body: object;
}

/** What re-dating or re-planning would change, by the domain's own decision, before it is made. */
export const PlanMoves = ({ path, body }: PlanMovesProps) => {
  const { t } = useText();
  const { data, error } = usePreview<ReplanningPreview>(path, body);
  if (error) return <RefusalNote error={error} />;
  if (!data) return <Pending lines={3} />;
  const { stages, chains, limits, ladders, obligations } = data;
  return (
    <div className="stack" data-preview={stages.length + chains.length + limits.length + ladders.length}>
      <MovedStages stages={stages} />
      <ul>
        {chains.map(({ stage, from, to, restarted }) => (
          <li key={stage}>
            {t('preview.chain', {
              stage: stageName(stage, t),
              from: chainText(from, t),
              to: chainText(to, t),
            })}
            {restarted ? ` ${t('preview.restarted')}` : ''}
          </li>
        ))}
        {limits.map(({ kind, from, to }) => (
          <li key={kind}>
            {t('preview.limit', {
              kind: t(`obligation.${kind}` as MessageKey),
              from: limitText(from, t),
              to: limitText(to, t),
            })}
          </li>
        ))}
        {ladders.map(({ ladder, from, to }) => (
          <li key={ladder}>
            {t('preview.ladder', {
              ladder: t(`ladder.${ladder}`),
              from: rungsText(from, t),
              to: rungsText(to, t),
            })}
          </li>
        ))}
      </ul>
      <MovedDates obligations={obligations} />
      {obligations.length === 0 ? <p className="muted small">{t('preview.noDates')}</p> : null}
    </div>
  );
};

type Chain = ReplanningPreview['chains'][number]['from'];
type Limit = ReplanningPreview['limits'][number]['from'];

export const postRefName = (ref: string, t: Say): string => {
  const [post = '', above] = ref.split('@');
  return above === undefined ? postName(post, t) : t('post.above', { post: postName(post, t) });
};

const chainText = (chain: Chain, t: Say): string =>
  chain.map((step) => step.map((ref) => postRefName(ref, t)).join('/')).join(' → ');

const rungsText = (rungs: ReplanningPreview['ladders'][number]['from'], t: Say): string =>
  rungs.map(({ rung }) => t(`rung.${rung}` as MessageKey)).join(t('people.and'));

const limitText = (limit: Limit, t: Say): string =>
  typeof limit === 'string'
    ? t('preview.byItself')
    : t(`duration.${limit.unit}` as MessageKey, { count: limit.n });
