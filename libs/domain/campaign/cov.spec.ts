import fc from 'fast-check';
import { launched, modelTemplate, play, type CampaignWorld, type Move } from '@rectify/testing';
const weights = [['discharge', 30],['vary', 12],['alternative', 3],['stranger', 6],['stale', 3],['any', 8],['assign', 3],['clock', 8],['deeds', 5],['leave', 3],['appoint', 3]] as const;
const number = fc.nat({ max: 9_999 });
const move: fc.Arbitrary<Move> = fc.record({ kind: fc.oneof(...weights.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))), a: number, b: number, c: number });
const template = modelTemplate();
it('x', () => {
  const counts: Record<string, number> = {}; const stages: Record<string, number> = {}; let len = 0, n = 0;
  const t = Date.now();
  for (const moves of fc.sample(fc.array(move, { maxLength: 160, size: 'max' }), 100)) {
    let w: CampaignWorld = launched({ template });
    for (const m of moves) w = play(w, m);
    n++; len += moves.length;
    for (const { event } of w.log) counts[event.type] = (counts[event.type] ?? 0) + 1;
    const st = w.campaign.status === 'open' ? w.campaign.stages.find((s) => !s.closed)?.kind ?? '' : w.campaign.status;
    stages[st] = (stages[st] ?? 0) + 1;
  }
  console.log(n, len / n, Date.now() - t, counts, stages);
});
