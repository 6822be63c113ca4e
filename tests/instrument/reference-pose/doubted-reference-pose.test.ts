import { describe, expect, it, vi } from 'vitest';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { PipelineBench } from '../../../lab/made/pipeline-bench.ts';
import { clipOf, planOf } from '../../../lab/made/truth-landmarks.ts';

// Runs the real search, fit and point tracking, which take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const FPS = 12;
const NAME = 'supine-sleeper-clean-far';
const START = 10;
const STRETCHED = 8 * FPS;

/** A pipeline without the check for a stretch, which would refuse most reference poses taken there. */
function withoutStretchCheck(): PipelineBench {
  const plan = planOf(clipOf(NAME));
  const { startCheck } = plan;
  if (!startCheck) throw new Error('the sleeper has a start check');
  return new PipelineBench(NAME, 'as filmed', {
    ...plan,
    startCheck: { ...startCheck, costMargin: Infinity },
  });
}

async function lieAt(bench: PipelineBench, frame: number, seconds: number): Promise<Reading> {
  let reading = await bench.see(bench.landmarks(frame));
  for (let i = 1; i < seconds * FPS; i++) reading = await bench.see(bench.landmarks(frame));
  return reading;
}

describe('a reference pose taken in the stretch, in the whole pipeline', () => {
  it('is doubted once the leg lies in the real start, and is replaced by a hold there', async () => {
    const bench = withoutStretchCheck();
    bench.pipeline.beginReferencePose();
    expect((await lieAt(bench, STRETCHED, 3.5)).referencePose.kind).toBe('set');
    expect((await lieAt(bench, START, 4)).startDoubted).toBe(true);
    bench.pipeline.beginReferencePose();
    const { referencePose, startDoubted } = await lieAt(bench, START, 3.5);
    expect(referencePose).toMatchObject({ kind: 'set', upholdsLast: false });
    expect(startDoubted).toBe(false);
    const { body } = await lieAt(bench, STRETCHED, 2);
    // The true change is 23°; a fit to true landmarks reads it within 3°.
    expect(Math.abs((body?.leg.left.internalRotation?.value ?? 0) - 23)).toBeLessThan(3);
  });
});
