import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DRILLS } from '../../../src/drills/index.ts';
import { BODY_IDS, type BodyId, isBodyId } from '../people/bodies.ts';
import { type BodyStore, openBodyStore } from '../body/built-bodies.ts';
import { makeRoomFor } from '../command/disk-space.ts';
import { perform } from '../motion/perform.ts';
import { nearNames } from '../command/near-names.ts';
import { directStage, type StageDirector } from '../clips/stage-director.ts';
import { lumbarSlices, skinOf } from './poses/back-outline.ts';
import { type CellPlace, keyOf } from './cells/cell.ts';
import { type CellLog, openCellLog } from './cells/cell-log.ts';
import { gridOf, STUDY_BODIES } from './cells/grid.ts';
import { cameraAt, type Filmed, measureCell, type OpenAnalysis, openAnalysis } from './cells/measure-cell.ts';
import type { PlacementTools, PlacementWish } from '../../../tools/lab/placement-arguments.mjs';
import { writeOutputs } from './report/study-outputs.ts';
import { hasPoses, studyClip } from './poses/study-poses.ts';
import { drawScene, type Scene } from '../people/variety.ts';

/**
 * The scene of a body: the same for every place, so that places differ in nothing else. Clothes and room follow from
 * the seed. Nothing hides the person, the light is even and the webcam is good. Noise is added during encoding, because
 * each picture is rendered only once.
 */
function studyScene(body: BodyId, seed: number): Scene {
  const webcam = { blur: 0.4, noise: 0, drift: 0, shake: 0, crf: 30 };
  const look = { body, light: 'soft', mat: true, clutter: 0, webcam };
  return { ...drawScene(`placement/${body}#${seed}`, look), company: 'none' };
}

/** Upper estimate of the frames of one cell, for the check of disk space. */
const FRAMES_OF_A_CELL = 120;
const FRAME_QUALITY = 0.94;

/** @throws the error of `refuse` */
function checkNames(
  kind: string,
  asked: readonly string[],
  known: readonly string[],
  { refuse }: PlacementTools,
): void {
  const wrong = asked.find((name) => !known.includes(name));
  if (wrong === undefined) return;
  const near = nearNames(wrong, known);
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there are ${known.join(', ')}.`;
  throw refuse('usage', `there is no ${kind} "${wrong}"; ${hint}`);
}

function placesFor(wish: PlacementWish, tools: PlacementTools): CellPlace[] {
  const studied = DRILLS.filter(({ id }) => hasPoses(id));
  const ids = studied.map(({ id }) => id);
  checkNames('drill', wish.drills ?? [], ids, tools);
  checkNames('body', wish.bodies ?? [], BODY_IDS, tools);
  const others = DRILLS.filter(({ id }) => !hasPoses(id)).map(({ id }) => id);
  if (others.length > 0) tools.say(`left out, since the study has no poses for them: ${others.join(', ')}`);
  const drills = studied.filter(({ id }) => wish.drills?.includes(id) ?? true);
  const { azimuths, heights, distances } = wish;
  const bodies = wish.bodies ?? STUDY_BODIES;
  return gridOf(drills, { bodies, firstLooksRound: wish.bodies === null, azimuths, heights, distances });
}

function filmedBy(drill: string, id: BodyId, seed: number, bodies: BodyStore): Filmed {
  const study = studyClip(drill);
  const { body } = bodies.get(id);
  const slices = lumbarSlices(skinOf(body));
  return { study, body, slices, performance: perform(study.recipe, body, seed) };
}

interface Studio {
  readonly director: StageDirector;
  readonly bodies: BodyStore;
  readonly analysis: OpenAnalysis;
  readonly ffmpeg: string;
}

/** Estimates the remaining time from the cells measured in this run; null before the first one. */
function paceOf(total: number, tools: PlacementTools) {
  const started = performance.now();
  let done = 0;
  const secondsLeft = () => (done > 0 ? ((performance.now() - started) / 1000 / done) * (total - done) : null);
  return {
    step(stage: string): void {
      done++;
      tools.show({ stage, done, total, secondsLeft: secondsLeft() ?? 0 });
    },
    /** Writes a line when a body begins, for runs without a terminal. */
    begin(who: string): void {
      const left = secondsLeft();
      const words = left === null ? '' : `, about ${Math.ceil(left / 60)} minutes left`;
      tools.say(`${who}: ${done} of ${total} places done${words}`);
    },
  };
}

async function measureAll(
  places: readonly CellPlace[],
  seed: number,
  log: CellLog,
  { director, bodies, analysis, ffmpeg }: Studio,
  tools: PlacementTools,
): Promise<void> {
  const pace = paceOf(places.length, tools);
  const folder = join(tools.cache, `placement-${process.pid}`);
  let filmed: Filmed | null = null;
  let who = '';
  try {
    for (const place of places) {
      const { drill, body } = place;
      if (!isBodyId(body)) continue;
      if (!filmed || who !== `${drill}/${body}`) {
        filmed = filmedBy(drill, body, seed, bodies);
        who = `${drill}/${body}`;
        pace.begin(who);
        const { view } = cameraAt(filmed.performance, place);
        await director.set(filmed.performance, studyScene(body, seed), view, FRAME_QUALITY);
      }
      const cell = await measureCell(place, filmed, director, analysis, { tools, ffmpeg, folder, seed });
      log.add(cell);
      pace.step(`${drill} ${body} ${place.azimuth}° ${place.height} m`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureMissing(
  places: readonly CellPlace[],
  seed: number,
  log: CellLog,
  tools: PlacementTools,
): Promise<void> {
  makeRoomFor(tools.cache, FRAMES_OF_A_CELL, tools.refuse);
  const ffmpeg = await tools.ensureFfmpeg();
  const bodies = await openBodyStore(tools);
  const stage = await tools.openStage();
  try {
    const analysis = await openAnalysis(tools);
    try {
      const director = directStage(stage, bodies);
      await measureAll(places, seed, log, { director, bodies, analysis, ffmpeg }, tools);
    } finally {
      await analysis.close();
    }
  } finally {
    await stage.close();
  }
}

/**
 * Runs `npm run placement` with parsed arguments. Cells of earlier runs are not measured again.
 * @throws the error of `refuse` for problems that the user can solve
 */
export async function runPlacement(wish: PlacementWish, tools: PlacementTools): Promise<void> {
  const places = placesFor(wish, tools);
  mkdirSync(wish.out, { recursive: true });
  const log = openCellLog(wish.out);
  if (!wish.table) {
    const missing = places.filter((place) => wish.again || !log.cells.has(keyOf(place, wish.seed)));
    if (missing.length < places.length) {
      tools.say(`${places.length - missing.length} of ${places.length} cells are there already`);
    }
    if (missing.length > 0) await measureMissing(missing, wish.seed, log, tools);
  }
  if (log.cells.size === 0) throw tools.refuse('usage', 'no cell has been measured yet.');
  const lines = writeOutputs(wish.out, [...log.cells.values()], DRILLS);
  log.clear();
  console.log(lines.join('\n'));
}
