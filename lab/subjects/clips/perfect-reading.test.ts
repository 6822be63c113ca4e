import { describe, expect, it } from 'vitest';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import type { Truth } from '../../scoring/clip-truth.ts';
import { drillOutlines } from '../../accuracy/drill-catalogue.ts';
import { scoreClip } from '../../scoring/score.ts';
import { averageBody } from '../kinematics/average-body.ts';
import { eventsOf } from '../motion/events.ts';
import { perform } from '../motion/perform.ts';
import { perfectRecord } from './perfect-reading.ts';
import { recipeById } from '../recipes/all-recipes.ts';
import { shortClipRecipes } from '../recipes/short-clips.ts';

/**
 * Recipes for each drill without compensation, and for each rule that is visible in the drill. Short recipes come
 * first.
 */
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

/** The parts of a performance's truth file that the scores need. */
function truthFrom(performance: ReturnType<typeof perform>): Truth {
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
  it('gives its phases, repetitions and visible compensations, and no other flag', () => {
    const performance = perform(recipe, averageBody, 1);
    const record = perfectRecord(performance);
    const drill = drillOutlines(WATCHED_DRILLS).find(({ id }) => id === record.drill);
    const score = scoreClip(record, truthFrom(performance), undefined, drill?.smallestRep);
    const seen = new Set<string>(drill?.rules.flatMap(({ rule, seen: is }) => (is ? [rule] : [])));
    const missed = score.events.outcomes.filter(({ rule, outcome }) => seen.has(rule) && outcome !== 'found');
    expect(missed).toEqual([]);
    expect(score.events.falseFlags).toEqual([]);
    expect(score.cues.filter(({ verdict }) => verdict !== 'right')).toEqual([]);
    expect(score.phasesRight).toBe(true);
    if (drill?.counted) expect(score.reps).toMatchObject({ found: score.reps.true, extra: 0 });
  }, 60_000);
});
