import type { LabTools } from '../../../tools/lab/lab-tools.mjs';
import { openBodyStore } from '../body/built-bodies.ts';
import { directStage } from '../clips/stage-director.ts';
import { timeLeft } from '../command/time-left.ts';
import { ninetyNinetyDraw, ninetyNinetyWideDraw } from './draws/ninety-ninety-draw.ts';
import type { DrillDraw } from './pose-contract.ts';
import { quadrupedSideDraw } from './draws/quadruped-side-draw.ts';
import { isRendered, MOMENTS, renderScene } from './render-scenes.ts';
import { sleeperSideDraw } from './draws/sleeper-side-draw.ts';

const DRAWS: readonly DrillDraw[] = [sleeperSideDraw, quadrupedSideDraw, ninetyNinetyDraw, ninetyNinetyWideDraw];

export interface PelvisDataWish {
  readonly drill: string;
  readonly first: number;
  readonly scenes: number;
  readonly seed: number;
  /** Number of random bodies in addition to the nine named ones. */
  readonly drawn: number;
  readonly out: string;
}

/**
 * Runs `npm run pelvis-data`: renders crops of random people in random moments of a drill, with the true motion.
 * @throws the error of `refuse`
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
      // Another run may have rendered it meanwhile.
      if (!isRendered(job)) await renderScene(job, { bodies, director, stage, refuse: tools.refuse });
      counter.step('scenes', true);
    }
  } finally {
    await stage.close();
  }
}
