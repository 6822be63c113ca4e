import { describe, expect, it, vi } from 'vitest';
import { TrackerBench, type TrackerReading } from './tracker-bench.ts';
import { clipOf, planOf } from './truth-landmarks.ts';

// The real search, fit and flow run here; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const FPS = 12;
const NAME = 'supine-sleeper-clean-far';
const START = 10;
const STRETCHED = 8 * FPS;

/** A tracker that takes the stretch for a start, as one picture in a few is taken. */
function gullible(): TrackerBench {
  const plan = planOf(clipOf(NAME));
  const { startCheck } = plan;
  if (!startCheck) throw new Error('the sleeper has a start check');
  return new TrackerBench(NAME, 'as filmed', {
    ...plan,
    // Only the legs matter here, and the surface takes its time.
    surface: null,
    startCheck: { ...startCheck, clearly: Infinity },
  });
}

function lieAt(bench: TrackerBench, frame: number, seconds: number): TrackerReading {
  let reading = bench.see(bench.landmarks(frame));
  for (let i = 1; i < seconds * FPS; i++) reading = bench.see(bench.landmarks(frame));
  return reading;
}

describe('a neutral in the stretch, seen by the whole instrument', () => {
  it('is doubted once the leg lies in the real start, and the hold asked for then replaces it', () => {
    const bench = gullible();
    bench.tracker.beginReferencePose();
    expect(lieAt(bench, STRETCHED, 3.5).referencePose.kind).toBe('set');
    expect(lieAt(bench, START, 4).startDoubted).toBe(true);
    bench.tracker.beginReferencePose();
    const { referencePose: neutral, startDoubted } = lieAt(bench, START, 3.5);
    expect(neutral).toMatchObject({ kind: 'set', upholdsLast: false });
    expect(startDoubted).toBe(false);
    const { body } = lieAt(bench, STRETCHED, 2);
    // 23° of true change; a fit to true landmarks reads it within 3°.
    expect(Math.abs((body?.leg.left.internalRotation?.value ?? 0) - 23)).toBeLessThan(3);
  });

  it('is not replaced by another hold in the stretch for a quarter of a minute', () => {
    const bench = gullible();
    bench.tracker.beginReferencePose();
    lieAt(bench, STRETCHED, 3.5);
    lieAt(bench, START, 4);
    bench.tracker.beginReferencePose();
    expect(lieAt(bench, STRETCHED, 6).referencePose).toMatchObject({
      kind: 'holding',
      problem: 'wrong-posture',
    });
  });
});
