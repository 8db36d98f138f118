import { given, stateAfter } from '@rectify/testing';
import { attendedOn, isAbsent } from './absence';
import type { MarkAway, MarkBack } from './absence.commands';
import { directoryDecider } from './directory.decider';
import { alice, branch, context, eve, organisation, secretaryOf } from './directory.examples';
import type { DirectoryEvent } from './directory.events';

/** The example's context lies on 4 March 2026 in Shanghai. */
const away = (more: Partial<MarkAway['data']> = {}): MarkAway => ({
  type: 'MarkAway',
  data: { personId: alice, from: '2026-03-09', to: '2026-03-13', ...more },
});
const back = (from = '2026-03-09'): MarkBack => ({ type: 'MarkBack', data: { personId: alice, from } });
const marked = (from = '2026-03-09', to = '2026-03-13', on = '2026-03-04'): DirectoryEvent => ({
  type: 'AbsenceMarked',
  data: { personId: alice, from, to, on },
});
const at = (...more: readonly DirectoryEvent[]) => given(directoryDecider, ...organisation, ...more);
const by = (person?: string, ...more: readonly DirectoryEvent[]) =>
  context(person, [...organisation, ...more]);

describe('an absence', () => {
  it('is marked by the person, the secretary of their unit, one above, or the system', () => {
    for (const person of [alice, secretaryOf.branch, secretaryOf.committee, undefined])
      at().when(away(), by(person)).then(marked());
    at().when(away(), by(alice)).thenAs({ unitId: branch, post: 'organisationMember' });
    at().when(away(), by(secretaryOf.branch)).thenAs({ unitId: branch, post: 'secretary' });
  });

  it('is nobody else’s to mark, and nobody’s who holds no post', () => {
    at()
      .when(away({ personId: secretaryOf.branch }), by(alice))
      .thenRefused('NOT_YOURS');
    at()
      .when(away({ personId: eve }), by(eve))
      .thenRefused('NOT_YOURS');
    at()
      .when(away({ personId: 'nobody' }), by())
      .thenRefused('NOT_FOUND', 'personId');
    at(marked()).when(back(), by('nobody', marked())).thenRefused('NOT_YOURS');
  });

  it.each([
    [{ from: '2026-02-30' }, 'INVALID', 'from'],
    [{ to: '2026-02-30' }, 'INVALID', 'to'],
    [{ to: '2026-03-08' }, 'INVALID', 'to'],
    [{ from: '2026-03-03' }, 'START_IN_PAST', 'from'],
    [{ to: '2027-03-10' }, 'OUT_OF_BOUNDS', 'to'],
    [{ from: '2028-03-09', to: '2028-03-10' }, 'OUT_OF_BOUNDS', 'to'],
  ])('is refused as %j', (data, code, field) => {
    at().when(away(data), by(alice)).thenRefused(code, field);
  });

  it('overlaps no other, the same one twice changes nothing, and ten may lie ahead', () => {
    at(marked()).when(away(), by(alice, marked())).then();
    at(marked())
      .when(away({ from: '2026-03-13', to: '2026-03-20' }), by(alice, marked()))
      .thenRefused('ABSENCE_OVERLAPS', 'from');
    const ten = Array.from({ length: 10 }, (_, index) =>
      marked(`2026-04-${10 + index}`, `2026-04-${10 + index}`),
    );
    at(...ten)
      .when(away(), by(alice, ...ten))
      .thenRefused('LIMIT_REACHED', 'personId');
  });

  it('ends by itself on the day after its last', () => {
    const directory = stateAfter(directoryDecider, ...organisation, marked());
    const on = (day: string) => isAbsent(attendedOn(directory, day), alice);
    expect(['2026-03-08', '2026-03-09', '2026-03-13', '2026-03-14'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isAbsent(directory, alice)).toBe(false);
  });

  it('ends at once when somebody is back, and is as if never marked where it had not begun', () => {
    const ended: DirectoryEvent = {
      type: 'AbsenceEnded',
      data: { personId: alice, from: '2026-03-09', on: '2026-03-04' },
    };
    at(marked()).when(back(), by(alice, marked())).then(ended);
    at(marked()).when(back('2026-03-10'), by(alice, marked())).thenRefused('ABSENCE_UNKNOWN', 'from');
    const before = stateAfter(directoryDecider, ...organisation, marked(), ended);
    expect(before.away[alice]).toEqual([]);
    const early: DirectoryEvent = {
      type: 'AbsenceEnded',
      data: { personId: alice, from: '2026-03-09', on: '2026-03-11' },
    };
    const during = stateAfter(directoryDecider, ...organisation, marked(), early);
    expect(during.away[alice]).toEqual([{ from: '2026-03-09', to: '2026-03-10' }]);
    const over = marked('2026-03-02', '2026-03-03', '2026-03-02');
    at(over).when(back('2026-03-02'), by(alice, over)).thenRefused('ALREADY_DECIDED');
  });
});
