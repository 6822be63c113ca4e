import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';
import { planFor, SetRun } from '../../lab/made/run-set.ts';
import { supineSleeperHold } from './supine-sleeper-hold.ts';

describe('the example drill of docs/adding-a-drill.md', () => {
  it('is named there', () => {
    const page = readFileSync(join(root, 'docs', 'adding-a-drill.md'), 'utf8');
    expect(page).toContain('`tests/drills/supine-sleeper-hold.ts`');
  });

  it('runs to its summary: a clean hold gives a range, and hips that move are flagged and add nothing to it', () => {
    const run = new SetRun(planFor(supineSleeperHold, { preset: supineSleeperHold.presets.prep }));
    run.readFor(0, 1, () => ({ referencePoseAt: 'holding' }));
    run.read({ time: 1, referencePoseAt: 1 });
    run.readFor(1, 32, (time) => ({
      referencePoseAt: 1,
      internalRotation: time < 5 ? 6 * (time - 1) : time < 20 ? 24 : 34,
      hipsShift: time < 20 ? 0 : 0.03,
    }));
    run.tick(60);
    expect(run.flagged).toEqual(['hips-shift']);
    expect(run.all('cue').map(({ text }) => text)).toEqual([supineSleeperHold.rules[0].cue]);
    const record = run.record();
    expect(record.phases.map(({ kind }) => kind)).toContain('hold');
    const [range] = record.summary.sets;
    // Degrees: the hold before the hips moved, not the larger angle after it.
    expect(range?.clean).toBeCloseTo(24, 0);
    expect(range?.gross).toBeGreaterThan(30);
  });
});
