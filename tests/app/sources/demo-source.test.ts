import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BufferSource, Input, WEBM } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { demoPlan, planForSource } from '../../../src/app/session/set-plans.ts';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { softTissueBall } from '../../../src/drills/soft-tissue/soft-tissue-ball.ts';
import { demoWords } from '../../../src/i18n/en/loops.ts';
import { exercises } from '../../../src/ui/home-and-drill/plan-choice.ts';
import { planFor } from '../../../lab/made/run-set.ts';

const folder = fileURLToPath(new URL('../../../src/app/assets/demos/', import.meta.url));
const SHOWN = exercises(DRILLS).filter(({ camera }) => camera !== 'none');

/** Bytes of the largest clip, which is fetched when somebody presses for it; and of all. */
const BUDGET_BYTES = { one: 1_450_000, all: 8_300_000 };

describe('the demo of a drill', () => {
  it('exists for each drill with a camera, within the size that a page may ask for', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.webm'));
    expect(names.toSorted()).toEqual(SHOWN.map(({ id }) => `${id}.webm`).toSorted());
    const bytes = names.map((name) => readFileSync(folder + name).length);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(BUDGET_BYTES.one);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(BUDGET_BYTES.all);
  });

  it.each(SHOWN)('shows $id itself, says what is seen, and its phases fit into the clip', async (drill) => {
    const plan = planForSource(planFor(drill), 'demo');
    expect(plan).toEqual(demoPlan(drill.id));
    expect(plan.drill).toBe(drill);
    expect(plan.sides).toEqual([drill.bilateral ? 'both' : 'left']);
    expect(demoWords().moves[drill.id]).toBeDefined();
    const file = Uint8Array.from(readFileSync(`${folder}${drill.id}.webm`));
    const seconds = await new Input({ source: new BufferSource(file), formats: [WEBM] }).computeDuration();
    const planned = buildTimeline(plan).reduce((sum, { length }) => sum + (length ?? 0), 3);
    expect(planned).toBeLessThanOrEqual(seconds);
  });

  it('is the sleeper’s where a drill has none', () => {
    expect(demoPlan(softTissueBall.id)).toEqual(demoPlan());
    expect(demoPlan().drill.id).toBe('supine-sleeper');
  });
});
