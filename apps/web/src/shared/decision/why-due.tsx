import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries';
import { useToday } from '../dates/use-today';
import { useText } from '../i18n/use-text';
import { Disclosure } from '../ui/disclosure';
import { Loaded } from '../ui/loaded';
import { Unbroken } from '../ui/unbroken';
import { whyLines } from './why-lines';

/** 为什么是这天: asked for when it is opened. */
export const WhyDue = ({ obligationId }: { obligationId: string }) => {
  const { t } = useText();
  return (
    <Disclosure isInline label={t('calendar.why')}>
      {() => <Lines id={obligationId} />}
    </Disclosure>
  );
};

const Lines = ({ id }: { id: string }) => {
  const { t } = useText();
  const today = useToday();
  const query = useQuery(queries.whyDue(id));
  return (
    <Loaded query={query} lines={3}>
      {(why) => (
        <ol className="why" data-why={why.rule}>
          {whyLines(why, today, t).map((line) => (
            <li key={line}>
              <Unbroken text={line} />
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
};
