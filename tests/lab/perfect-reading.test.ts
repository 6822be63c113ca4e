import { describe, expect, it } from 'vitest';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import type { Truth } from '../../tools/scoring/clip-truth.mjs';
import { inBrief } from '../../tools/accuracy/drill-catalogue.mjs';
import { scoreClip } from '../../tools/scoring/score.mjs';
import { averageBody } from './kinematics/average-body.ts';
import { eventsOf } from './motion/events.ts';
import { perform } from './motion/perform.ts';
import { perfectRecord } from './perfect-reading.ts';
import { recipeById } from './recipes/all-recipes.ts';
import { shortClipRecipes } from './recipes/short-clips.ts';

/** Each rule that a drill's place shows, where a recipe performs it, and each drill clean; the short ones first. */
const PERFORMED = [
  ...shortClipRecipes,
  ...[
    'supine-sleeper-lift',
    'supine-ir-pulses-clean',
    'supine-ir-pulses-grip',
    'supine-ir-pulses-too-fast',
    'ninety-ninety-pails-rails-drift',
    'ninety-ninety-pails-rails-mixture',
    'ninety-ninety-contract-relax-drift',
    'ninety-ninety-lift-off-lean',
    'hip-movement-sequence-lean',
  ].flatMap((id) => recipeById(id) ?? []),
];

/** A performance as its truth file tells it, so far as the scores need it. */
function told(performance: ReturnType<typeof perform>): Truth {
  const { recipe, frames } = performance;
  const rotationAt = (time: number) => {
    const frame = frames.find((one) => one.time >= time) ?? frames[0];
    return frame?.truth.hip.left.internalRotation ?? 0;
  };
  return {
    ...recipe,
    camera: { placement: '' },
    events: eventsOf(performance),
    reps: recipe.reps.map((rep) => ({ ...rep, amplitude: rotationAt(rep.turn) - rotationAt(rep.start) })),
    frames: frames.map(({ truth }) => truth),
  };
}

describe.each(PERFORMED.map((recipe) => [recipe.id, recipe] as const))('%s, read without error', (_, recipe) => {
  it('has its phases, its repetitions and every compensation that its place shows, and nothing else is said', () => {
    const performance = perform(recipe, averageBody, 1);
    const record = perfectRecord(performance);
    const drill = inBrief(WATCHED_DRILLS).find(({ id }) => id === record.drill);
    const score = scoreClip(record, told(performance), undefined, drill?.smallestRep);
    const seen = new Set<string>(drill?.rules.flatMap(({ rule, seen: is }) => (is ? [rule] : [])));
    const missed = score.events.outcomes.filter(({ rule, outcome }) => seen.has(rule) && outcome !== 'found');
    expect(missed).toEqual([]);
    expect(score.events.falseFlags).toEqual([]);
    expect(score.cues.filter(({ verdict }) => verdict !== 'right')).toEqual([]);
    expect(score.phases).toMatchObject({ right: true });
    if (drill?.counted) expect(score.reps).toMatchObject({ found: score.reps.true, extra: 0 });
  }, 60_000);
});
