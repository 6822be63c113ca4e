import { expect, it } from 'vitest';
import type { LoopKind } from '../../../src/app/loops.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';

const KINDS: readonly LoopKind[] = ['right', 'cheat'];

it('every loop shows where to look', () => {
  for (const drill of WATCHED_DRILLS)
    for (const kind of KINDS) expect([drill.id, kind, (drill.loopMarks?.[kind] ?? []).length > 0]).toContain(true);
});

it('every mark lies inside the picture', () => {
  const marks = WATCHED_DRILLS.flatMap((drill) => KINDS.flatMap((kind) => drill.loopMarks?.[kind] ?? []));
  for (const mark of marks) {
    const points = 'ring' in mark ? [mark.ring] : [mark.from, mark.to];
    const room = 'ring' in mark ? mark.size : 0;
    for (const [x, y] of points) {
      expect(x - room).toBeGreaterThanOrEqual(1);
      expect(x + room).toBeLessThanOrEqual(99);
      // The radius is a share of the width, and the picture is 16 : 9.
      expect(y - (room * 16) / 9).toBeGreaterThanOrEqual(1);
      expect(y + (room * 16) / 9).toBeLessThanOrEqual(99);
    }
  }
});
