import { Button } from 'antd';
import { optionalStageKinds, type OptionalStageKind } from '@rectify/domain';
import type { LaunchPreview, Template } from '../../../shared/api/types';
import { useText } from '../../../shared/i18n/use-text';
import { durationText } from './expected';
import type { StepOfDraft } from './step-of-draft';

interface ReductionsProps extends StepOfDraft {
  readonly preview: LaunchPreview;
  readonly template: Template;
}

/** 还可以减: each optional stage with what it would spare, and those that were left out with their way back. */
export const Reductions = ({ preview, template, draft: { leaveOut }, keep }: ReductionsProps) => {
  const { t } = useText();
  const there = preview.stages.map(({ stage }) => stage);
  const offered = optionalStageKinds
    .filter((each) => template.definition.stages.some(({ kind }) => kind === each))
    .flatMap((kind) => {
      const minutes = preview.reductions.find((each) => each.leaveOut === kind)?.minutes;
      const isOut = !there.includes(kind);
      return isOut || minutes !== undefined ? [{ kind, isOut, minutes: minutes ?? 0 }] : [];
    });
  if (offered.length === 0) return null;
  const turn = (turned: OptionalStageKind) =>
    keep({
      leaveOut: optionalStageKinds.filter((kind) => leaveOut.includes(kind) !== (kind === turned)),
    });
  return (
    <div data-launch="reductions">
      <p>{t('burden.less')}</p>
      <ul className="stack">
        {offered.map(({ kind, isOut, minutes }) => {
          const stage = t(`stage.${kind}`);
          const act = isOut ? t('launch.putBack') : t('burden.take', { time: durationText(minutes, t) });
          const text = t(isOut ? 'burden.withoutTaken' : 'burden.without', { stage });
          return (
            <li key={kind} className="row">
              <span>{text}</span>
              <Button aria-label={t('launch.expected', { act, of: text })} onClick={() => turn(kind)}>
                {act}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
