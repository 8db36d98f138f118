import { newsOf } from './news';

const row = (id: string, dueVersion = 1) => ({ id, dueVersion });

describe('what a fresh list has that the shown one has not', () => {
  it.each([
    ['nothing', [row('a')], [row('a')], { added: 0, isAnother: false }],
    ['the order alone', [row('a'), row('b')], [row('b'), row('a')], { added: 0, isAnother: false }],
    ['two new rows', [row('a')], [row('b'), row('a'), row('c')], { added: 2, isAnother: true }],
    ['a row that somebody else did', [row('a'), row('b')], [row('a')], { added: 0, isAnother: true }],
    ['another date', [row('a')], [row('a', 2)], { added: 0, isAnother: true }],
    ['one gone and one new', [row('a')], [row('b')], { added: 1, isAnother: true }],
  ])('%s', (_, shown, fresh, news) => expect(newsOf(shown, fresh)).toEqual(news));
});
