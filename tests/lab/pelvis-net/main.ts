import type { LabTools } from '../../../tools/lab/lab-tools.mjs';
import { openBodyStore } from '../built-bodies.ts';
import { directStage } from '../stage-director.ts';
import { timeLeft } from '../time-left.ts';
import { hamstringLegsDraw } from './hamstring-legs-draw.ts';
import { kneeToKneeFloorDraw } from './knee-to-knee-floor-draw.ts';
import { kneeToKneeFloorLegsDraw } from './knee-to-knee-floor-legs-draw.ts';
import { liftOffLegsDraw } from './lift-off-legs-draw.ts';
import { ninetyNinetyDraw } from './ninety-ninety-draw.ts';
import { ninetyNinetyLegsDraw } from './ninety-ninety-legs-draw.ts';
import type { DrillDraw } from './pose-contract.ts';
import { quadrupedDarkDraw } from './quadruped-dark-draw.ts';
import { quadrupedDraw } from './quadruped-draw.ts';
import { quadrupedLegsDraw } from './quadruped-legs-draw.ts';
import { quadrupedSideDraw } from './quadruped-side-draw.ts';
import { isRendered, MOMENTS, renderScene } from './render-scenes.ts';
import { sequenceLegsDraw } from './sequence-legs-draw.ts';
import { sleeperDraw } from './sleeper-draw.ts';
import { sleeperLegsDraw } from './sleeper-legs-draw.ts';
import { sleeperSideDraw } from './sleeper-side-draw.ts';

const DRAWS: readonly DrillDraw[] = [
  sleeperDraw,
  sleeperLegsDraw,
  sleeperSideDraw,
  kneeToKneeFloorDraw,
  kneeToKneeFloorLegsDraw,
  quadrupedDraw,
  quadrupedDarkDraw,
  quadrupedLegsDraw,
  quadrupedSideDraw,
  ninetyNinetyDraw,
  ninetyNinetyLegsDraw,
  liftOffLegsDraw,
  sequenceLegsDraw,
  hamstringLegsDraw,
];

export interface PelvisDataWish {
  readonly drill: string;
  readonly first: number;
  readonly scenes: number;
  readonly seed: number;
  /** So many drawn bodies beside the nine named ones. */
  readonly drawn: number;
  readonly out: string;
}

/**
 * `npm run pelvis-data`: crops of random people in random moments of a drill, with what their pelvis does.
 * @throws what `refuse` makes
 */
export async function renderPelvisData(wish: PelvisDataWish, tools: LabTools): Promise<void> {
  const draw = DRAWS.find(({ drill, name = drill }) => name === wish.drill);
  if (!draw) {
    const known = DRAWS.map(({ drill, name = drill }) => name).join(', ');
    throw tools.refuse('usage', `there is no pelvis data for "${wish.drill}"; there is for ${known}.`);
  }
  const jobs = Array.from({ length: wish.scenes }, (_, i) => ({
    draw,
    seed: wish.seed,
    index: wish.first + i,
    drawn: wish.drawn,
    folder: wish.out,
  })).filter((job) => !isRendered(job));
  tools.say(`${jobs.length} of ${wish.scenes} scenes are to be painted, ${MOMENTS + 1} crops each`);
  if (jobs.length === 0) return;
  const bodies = await openBodyStore(tools);
  const stage = await tools.openStage();
  const director = directStage(stage, bodies);
  const counter = timeLeft(jobs.length, tools.show);
  try {
    for (const job of jobs) {
      // Another run may have painted it meanwhile.
      if (!isRendered(job)) await renderScene(job, { bodies, director, stage, refuse: tools.refuse });
      counter.step('scenes', true);
    }
  } finally {
    await stage.close();
  }
}
