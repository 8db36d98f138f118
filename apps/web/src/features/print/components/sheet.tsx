import { useQuery } from '@tanstack/react-query';
import { Button, QRCode } from 'antd';
import type { ReactNode } from 'react';
import { queries } from '../../../shared/api/queries';
import { paperMoment } from '../../../shared/dates/format';
import { useText } from '../../../shared/i18n/use-text';
import { checkAddress, type Check } from '../../../shared/ledger/check-address';
import { pageNonce } from '../../../shared/lib/nonce';
import { pageStyle, type PaperSize } from './page-style';
import './sheet.css';

export interface SheetProps {
  readonly title: string;
  readonly size: PaperSize;
  readonly isLandscape: boolean;
  /** 单位, 专项, 截至: each with its label. */
  readonly head: readonly (readonly [label: string, value: string])[];
  /** Where what is printed can be checked; null where the reader sees a part only. */
  readonly check: Check | null;
  readonly signatures: readonly string[];
  /** On the screen only, beside the button that prints. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A page of paper: official head, plain content, signatures and the way to check it. Always light, whatever the screen. */
export const Sheet = ({ title, size, isLandscape, head, check, signatures, tools, children }: SheetProps) => {
  const { t } = useText();
  const printed = usePrinted();
  const hash = check ? t('print.hash', { hash: check.hash }) : '';
  const number = [t('print.pageBefore'), t('print.pageBetween'), t('print.pageAfter')] as const;
  return (
    <>
      <style nonce={pageNonce()}>
        {pageStyle(size, isLandscape, { number, left: printed, right: hash })}
      </style>
      <div className="row print-tools">
        <Button type="primary" onClick={() => window.print()}>
          {t('ledger.print')}
        </Button>
        {tools}
      </div>
      <article className="sheet" data-paper={size} data-lying={isLandscape || undefined}>
        <h1>{title}</h1>
        <dl className="sheet-head">
          {head.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {children}
        <footer className="sheet-foot">
          <dl className="signatures">
            {signatures.map((label) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd />
              </div>
            ))}
            <div>
              <dt>{t('print.date')}</dt>
              <dd />
            </div>
          </dl>
          <div className="sheet-check">
            <p>{printed}</p>
            {check ? <Checked check={check} /> : null}
          </div>
        </footer>
      </article>
    </>
  );
};

/** 打印时间, 打印人 */
const usePrinted = (): string => {
  const { t } = useText();
  const { data: me } = useQuery(queries.me());
  const { data: clock } = useQuery(queries.clock());
  const at = clock ? paperMoment(clock.now, t) : '';
  return t('print.printed', { at, by: me?.name ?? '' });
};

const Checked = ({ check }: { check: Check }) => {
  const { t } = useText();
  const address = new URL(checkAddress(check), window.location.origin).href;
  return (
    <>
      <p>
        {t('print.hash', { hash: check.hash })} · {t('print.check')}
      </p>
      <a href={address} aria-label={t('print.checkLink')} className="sheet-code">
        {/* For cameras; who cannot see it has the link's name. */}
        <span aria-hidden="true">
          <QRCode type="svg" value={address} size={88} bordered={false} color="#000" bgColor="#fff" />
        </span>
      </a>
    </>
  );
};
