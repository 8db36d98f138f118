import type { CivilDate, Id, StageEnd, StageInUse, UnitId } from '@rectify/domain';
import { campaignIdOf } from '../kernel/campaign-stream';
import type { Table } from '../kernel/table';

export interface BoardStage {
  readonly kind: StageInUse;
  readonly startOn: CivilDate;
  readonly endOn: CivilDate;
  readonly closedOn: CivilDate | null;
  readonly how: StageEnd | null;
}

/** One campaign. The next serial of a code is counted over unit, template and year. */
export interface BoardRow {
  readonly campaign_id: Id;
  readonly unit_id: UnitId;
  readonly code: string;
  readonly title: string;
  readonly title_en: string;
  readonly template_slug: string;
  readonly year: number;
  readonly status: 'open' | 'signedOff' | 'withdrawn';
  /** The earliest stage not yet closed. */
  readonly stage: StageInUse | 'over';
  readonly stages: readonly BoardStage[];
  readonly launched_on: CivilDate;
  readonly start_on: CivilDate;
  readonly signed_off_on: CivilDate | null;
  readonly reported: number;
  readonly included: number;
  readonly measures: number;
  readonly closed: number;
  readonly closed_late: number;
  /** 回头看: verdicts given, and those of a relapse. */
  readonly judged: number;
  readonly relapsed: number;
}

/** A second campaign of the same code fails on this one, and with it its append. */
export const CODE_CONSTRAINT = 'campaign_board_code';

export const boardTable: Table<BoardRow> = {
  name: 'campaign_board',
  columns: {
    campaign_id: 'uuid NOT NULL',
    unit_id: 'uuid NOT NULL',
    code: 'text COLLATE "C" NOT NULL',
    title: 'text NOT NULL',
    title_en: 'text NOT NULL',
    template_slug: 'text NOT NULL',
    year: 'int NOT NULL',
    status: 'text NOT NULL',
    stage: 'text NOT NULL',
    stages: 'jsonb NOT NULL',
    launched_on: 'date NOT NULL',
    start_on: 'date NOT NULL',
    signed_off_on: 'date',
    reported: 'int NOT NULL',
    included: 'int NOT NULL',
    measures: 'int NOT NULL',
    closed: 'int NOT NULL',
    closed_late: 'int NOT NULL',
    judged: 'int NOT NULL',
    relapsed: 'int NOT NULL',
  },
  key: ['campaign_id'],
  ofStream: `campaign_id = (${campaignIdOf('p_stream')})`,
  fillfactor: 60,
  indexes: [
    `ALTER TABLE campaign_board ADD CONSTRAINT ${CODE_CONSTRAINT} UNIQUE (code)`,
    'CREATE INDEX campaign_board_by_unit ON campaign_board (unit_id, start_on DESC, campaign_id DESC)',
  ],
};
