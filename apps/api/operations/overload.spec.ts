import type { LogFields } from '../infrastructure/log';
import { Overload } from './overload';

const watched = (keeps = true) => {
  const lines: [string, LogFields | string | undefined][] = [];
  const overload = new Overload({
    keeps: () => keeps,
    warn: (...line) => void lines.push([line[0], line[1]]),
  });
  return { overload, lines };
};

describe('a process that falls behind', () => {
  it('tells the log once when it does and once when it keeps up again, with how many were turned away', () => {
    const { overload, lines } = watched();
    overload.look(false);
    expect(overload.refuse()).toBeNull();
    overload.look(true);
    const said = Array.from({ length: 500 }, () => overload.refuse()?.problem);
    overload.look(true);
    overload.look(false);
    overload.look(false);
    expect(overload.refuse()).toBeNull();

    const { instance } = said[0] ?? {};
    expect(instance).toMatch(/^urn:uuid:/);
    expect(new Set(said.map((each) => each?.instance))).toEqual(new Set([instance]));
    expect(lines).toEqual([
      ['requests are put off', { code: 'OVERLOADED', instance }],
      ['keeps up again', { code: 'OVERLOADED', instance, count: 500 }],
    ]);
  });

  it('has another number the next time', () => {
    const { overload } = watched();
    overload.look(true);
    const first = overload.refuse()?.problem.instance;
    overload.look(false);
    overload.look(true);
    expect(overload.refuse()?.problem.instance).not.toBe(first);
  });

  it('gives nobody a number where no log has it', () => {
    const { overload } = watched(false);
    overload.look(true);
    expect(overload.refuse()?.problem).not.toHaveProperty('instance');
  });
});
