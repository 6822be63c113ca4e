import type { Chance } from './chance.ts';
import type { Keys, Recipe } from './contract.ts';
import { valueAt } from './motion/minimum-jerk.ts';

/** Channels that take the person or the laptop away: a still shows somebody in the drill. */
const LEAVING = /^(walk|gone|heading|camera)/;
/** How far a channel may go beyond or stay behind what the recipe asks. */
const STRENGTH = { least: 0.3, most: 1.25 } as const;

const lastSecond = (recipe: Recipe) => Math.max(...recipe.phases.map(({ end }) => end));

/**
 * A recipe whose frames are moments of another one in no order, every channel stronger or weaker by itself: one frame a second.
 */
export function randomPoses(recipe: Recipe, count: number, chance: Chance): Recipe {
  const seconds = lastSecond(recipe);
  const times = Array.from({ length: count }, () => chance.between(0, seconds));
  const scattered = Object.entries(recipe.keys)
    .filter(([channel]) => !LEAVING.test(channel))
    .map(([channel, keys]): [string, Keys] => [
      channel,
      times.map((time, i) => [i, valueAt(keys, time) * chance.between(STRENGTH.least, STRENGTH.most)]),
    ]);
  const side = chance.pick(['left', 'right'] as const);
  return {
    ...recipe,
    side: recipe.side === 'both' ? 'both' : side,
    fps: 1,
    phases: [{ kind: 'hold', start: 0, end: count }],
    keys: Object.fromEntries(scattered),
    reps: [],
  };
}
