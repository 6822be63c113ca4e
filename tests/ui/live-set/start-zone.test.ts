import { expect, test } from 'vitest';
import { DRILLS_AND_TESTS } from '../../../src/drills/index.ts';
import { zoneShape } from '../../../src/ui/live-set/start-zone.ts';

const FRAME = { width: 1280, height: 720 };
const WATCHED = DRILLS_AND_TESTS.filter((drill) => drill.camera !== 'none');

test.each(WATCHED.map((drill) => [drill.id, drill] as const))(
  'the start zone of %s lies inside the picture and holds the whole start posture, on either side',
  (_, drill) => {
    for (const side of ['left', 'right'] as const) {
      const { left, right, top, bottom, lines } = zoneShape(drill, side, FRAME);
      expect(left).toBeGreaterThan(0);
      expect(top).toBeGreaterThan(0);
      expect(right).toBeLessThan(FRAME.width);
      expect(bottom).toBeLessThan(FRAME.height);
      expect(right - left).toBeGreaterThan(0.15 * FRAME.width);
      for (const [x, y] of lines.flat()) {
        expect(x).toBeGreaterThanOrEqual(left);
        expect(x).toBeLessThanOrEqual(right);
        expect(y).toBeGreaterThanOrEqual(top);
        expect(y).toBeLessThanOrEqual(bottom);
      }
    }
  },
);

test('the start zones of the two legs are mirror images', () => {
  for (const drill of WATCHED.filter(({ bilateral }) => !bilateral)) {
    const [one, other] = (['left', 'right'] as const).map((side) => zoneShape(drill, side, FRAME));
    expect((one?.left ?? 0) + (other?.right ?? 0)).toBeCloseTo(FRAME.width, 0);
    expect(one?.bottom).toBeCloseTo(other?.bottom ?? 0, 0);
  }
});
