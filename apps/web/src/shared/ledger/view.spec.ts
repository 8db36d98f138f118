import { ledgerSearch, ledgerView, screenColumns, withView } from './view';

describe('the view of a ledger in its address', () => {
  it('is the usual one where nothing is said', () => {
    expect(ledgerView({})).toEqual({
      status: [],
      light: null,
      owner: null,
      waits: null,
      aspect: null,
      cols: screenColumns,
      sort: { by: 'code', descending: false },
      density: 'normal',
      rows: 'page',
    });
    expect(ledgerSearch(ledgerView({}))).toEqual({});
    expect(screenColumns).toHaveLength(10);
  });

  it('is read and written alike', () => {
    const search = {
      status: 'claimed_reviewed_accepted',
      light: 'soon',
      owner: 'me',
      waits: 'me',
      aspect: 'B1',
      cols: 'code_problem_status',
      sort: '-dueOn',
      density: 'compact',
      rows: 'scroll',
    };
    expect(ledgerSearch(ledgerView(search))).toEqual(search);
  });

  it('holds to what it understands: no unknown status, column, order or person', () => {
    const search = {
      status: 'closed_nonsense',
      cols: 'nonsense',
      sort: 'nonsense',
      owner: 'somebody',
      aspect: 7,
    };
    expect(ledgerSearch(ledgerView(search))).toEqual({ status: 'closed', aspect: '7' });
    expect(ledgerView({ aspect: 'x'.repeat(65) }).aspect).toBeNull();
    expect(ledgerView({ status: ['closed'], cols: 3 }).status).toEqual([]);
  });

  it('changes without what stands beside it in the address', () => {
    const before = { asOf: '2026-06-30', status: 'closed', sort: '-code' };
    const after = withView({ ...ledgerView(before), status: [] })(before);
    expect(JSON.parse(JSON.stringify(after))).toEqual({ asOf: '2026-06-30', sort: '-code' });
  });
});
