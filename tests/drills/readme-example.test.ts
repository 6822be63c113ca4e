import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';
import { planFor, SetRun } from '../coach/run-set.ts';
import { supineSleeperHold } from './supine-sleeper-hold.ts';

const EXAMPLE = 'supine-sleeper-hold.ts';

/** As it would stand in `src/drills`. */
const asDrill = (code: string): string =>
  code.replaceAll("'../../src/drills/", "'./").replaceAll("'../../src/coach/", "'../coach/");

describe('the drill that the README adds as an example', () => {
  it('stands there as it compiles here, letter by letter', () => {
    const code = readFileSync(join(root, 'tests', 'drills', EXAMPLE), 'utf8');
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`ts\n// src/drills/${EXAMPLE}\n${asDrill(code)}\`\`\``);
    // Then one line in `src/drills/index.ts`, and nothing else in the app.
    expect(readme).toContain('  supineSleeperHold,\n');
  });

  it('runs to its summary: a clean hold gives its range, a turn of the pelvis is flagged and lends none', () => {
    const run = new SetRun(planFor(supineSleeperHold, { preset: supineSleeperHold.presets.prep }));
    run.readFor(0, 1, () => ({ referencePoseAt: 'holding' }));
    run.read({ time: 1, referencePoseAt: 1 });
    run.readFor(1, 32, (time) => ({
      referencePoseAt: 1,
      internalRotation: time < 5 ? 6 * (time - 1) : time < 20 ? 24 : 34,
      twist: time < 20 ? 0 : 12,
    }));
    run.tick(60);
    expect(run.flagged).toEqual(['pelvis-twist']);
    expect(run.all('cue').map(({ text }) => text)).toEqual([supineSleeperHold.rules[0].cue]);
    const record = run.record();
    expect(record.phases.map(({ kind }) => kind)).toContain('hold');
    const [range] = record.summary.sets;
    // Degrees: the hold before the pelvis turned, whatever was reached after it.
    expect(range?.clean).toBeCloseTo(24, 0);
    expect(range?.gross).toBeGreaterThan(30);
  });
});
