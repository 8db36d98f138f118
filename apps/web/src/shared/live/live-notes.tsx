import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { queries, type Box } from '../api/queries';
import type { Obligation } from '../api/types';
import { useText } from '../i18n/use-text';
import { newsOf } from './news';
import { useEvents } from './use-events';

/** The campaign that the page is about, by its address; null where it is about none, or about a day that is over. */
const codeIn = (pathname: string): string | null => {
  const [, area, code] = pathname.split('/');
  if (!code || code === 'new') return null;
  if (area === 'c') return code;
  return area === 'p' ? code.replace(/-\d+$/, '') : null;
};

/** What changed while the page was open is offered above it; no row moves until the reader asks. */
export const LiveNotes = () => {
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const code = codeIn(pathname);
  const campaigns = useQuery({ ...queries.campaigns(), enabled: code !== null }).data ?? [];
  const campaignId = campaigns.find((each) => each.code === code)?.id ?? null;
  const heard = useEvents(campaignId);
  const box: Box = 'box' in search && search.box === 'waiting' ? 'waiting' : 'mine';
  const isPast = 'asOf' in search && search.asOf !== undefined;
  return (
    <>
      <ObligationNews key={box} heard={heard.obligations} box={pathname === '/todo' ? box : null} />
      {campaignId !== null && !isPast ? (
        <CampaignNews key={campaignId} heard={heard.campaign} campaignId={campaignId} />
      ) : null}
    </>
  );
};

interface Fresh {
  readonly rows: readonly Obligation[];
  readonly at: number;
}

/** Elsewhere than on the list only the badge changes. */
const ObligationNews = ({ heard, box }: { heard: number; box: Box | null }) => {
  const client = useQueryClient();
  const { t } = useText();
  const shown = useQuery({ ...queries.obligations(box ?? 'mine'), enabled: false });
  const [fresh, setFresh] = useState<Fresh | null>(null);
  useEffect(() => {
    if (heard === 0) return undefined;
    const others = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[2] !== box };
    void client.invalidateQueries({ queryKey: ['work', 'obligations'], ...others });
    if (box === null) return undefined;
    let isLeft = false;
    const query = { ...queries.obligations(box), queryKey: ['live', box], staleTime: 0, gcTime: 0 };
    client.fetchQuery(query).then(
      (rows) => (isLeft ? undefined : setFresh({ rows, at: Date.now() })),
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [heard, box, client]);
  if (box === null || fresh === null || fresh.at < shown.dataUpdatedAt) return null;
  const { added, isAnother } = newsOf(shown.data ?? [], fresh.rows);
  if (!isAnother) return null;
  return (
    <Note
      text={added > 0 ? t('live.added', { count: added }) : t('live.changed')}
      show={() => client.setQueryData(queries.obligations(box).queryKey, fresh.rows)}
    />
  );
};

/** The page's own reading tells whether what was heard is shown already. */
const CampaignNews = ({ heard, campaignId }: { heard: number; campaignId: string }) => {
  const client = useQueryClient();
  const { t } = useText();
  const shown = useQuery({ ...queries.campaign(campaignId), enabled: false }).data?.version;
  const [version, setVersion] = useState<number | null>(null);
  useEffect(() => {
    if (heard === 0) return undefined;
    let isLeft = false;
    const query = {
      ...queries.campaign(campaignId),
      queryKey: ['live', campaignId],
      staleTime: 0,
      gcTime: 0,
    };
    client.fetchQuery(query).then(
      (campaign) => (isLeft ? undefined : setVersion(campaign.version)),
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [heard, campaignId, client]);
  if (version === null || shown === undefined || version <= shown) return null;
  return (
    <Note
      text={t('live.campaign')}
      show={() => void client.invalidateQueries({ queryKey: ['work', 'campaign', campaignId] })}
    />
  );
};

const Note = ({ text, show }: { text: string; show: () => void }) => {
  const { t } = useText();
  return (
    <p className="note row live-note">
      <span>{text}</span>
      <Button size="small" onClick={show}>
        {t('live.show')}
      </Button>
    </p>
  );
};
