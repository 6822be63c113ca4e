import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CropWindow, cropWindow, toCrop } from '../../../src/instrument/networks/crop-window.ts';
import type { LabTools, OpenStage } from '../../../tools/lab/lab-tools.mjs';
import type { BodyStore } from '../body/built-bodies.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { placeCamera } from '../motion/camera.ts';
import { livelinessOf } from '../motion/liveliness.ts';
import type { Performance, PerformedFrame } from '../motion/performance.ts';
import { placeProps } from '../motion/room-props.ts';
import { picturesOf } from '../motion/truth-file.ts';
import type { StageDirector } from '../clips/stage-director.ts';
import type { Scene } from '../people/variety.ts';
import { clearSheet, copyTile, readSheet } from './crop-sheet.ts';
import { drawLook } from './draws/draw-look.ts';
import { STILL } from './draws/draw-parts.ts';
import {
  labelsOf,
  performMoment,
  type PosedMoment,
  type PosedPerson,
  posePerson,
  WORST_DIFFERENCE,
} from './perform-moment.ts';
import type { DrillDraw, Moment } from './pose-contract.ts';

/** Number of moments per scene, in addition to the reference pose. */
export const MOMENTS = 24;
/**
 * Side of a crop for pelvis networks, pixels, and its size relative to the window. Training cuts shifted windows from
 * it.
 */
const PELVIS_TILE = { side: 208, wider: 1.62 } as const;
const SIZE = { width: 960, height: 540 } as const;
/** How often a pose that no body can take is drawn again. */
const TRIES = 6;

export interface RenderJob {
  readonly draw: DrillDraw;
  readonly seed: number;
  readonly index: number;
  /** Number of random bodies in addition to the named ones. */
  readonly drawn: number;
  readonly folder: string;
}

const fileOf = ({ draw, seed, index, folder }: RenderJob): string =>
  join(folder, `${draw.name ?? draw.drill}-${seed}-${String(index).padStart(4, '0')}`);

export const isRendered = (job: RenderJob): boolean => existsSync(`${fileOf(job)}.json`);

interface DrawnMoment {
  readonly moment: Moment;
  readonly posed: PosedMoment;
}

function drawMoment(person: PosedPerson, draw: DrillDraw, chance: Chance, time: number): DrawnMoment | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const moment = draw.moment(chance);
    const posed = performMoment(person, moment, time);
    const finite = posed.solved.landmarks.flat().every(Number.isFinite);
    if (finite && posed.difference <= WORST_DIFFERENCE) return { moment, posed };
  }
  return null;
}

function performanceOf(
  person: PosedPerson,
  job: RenderJob,
  frames: readonly PerformedFrame[],
  floorLift: number,
): Performance {
  const { draw, seed } = job;
  const { movement, body, side, referencePose, referenceAngles } = person;
  const recipe = {
    id: 'pelvis-net',
    drill: draw.drill,
    variant: draw.variant ?? 'default',
    side,
    fps: 1,
    ...SIZE,
    phases: [],
    keys: {},
    reps: [],
    camera: null,
    look: {},
  };
  return {
    recipe,
    body,
    seed,
    liveliness: livelinessOf('pelvis-net', seed, 1),
    workingSide: side,
    referenceAngles,
    referencePose,
    floorLift,
    frames,
    props: placeProps(movement.props, referencePose, side, floorLift),
    worstDifference: 0,
    worstSlip: 0,
  };
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

function entry(
  person: PosedPerson,
  { moment, posed }: DrawnMoment,
  points: readonly (readonly [number, number])[],
  window: CropWindow,
) {
  const { pelvisMoves } = moment;
  const hand = moment.hands.length > 0;
  const landmarks = points.map(([x, y]) => toCrop(window, x, y).map((v) => Math.round(10 * v) / 10));
  const labels = JSON.parse(JSON.stringify(labelsOf(person, posed)), (_, value: unknown) =>
    typeof value === 'number' ? rounded(value) : value,
  ) as object;
  // The keys of a stored data set: the trainer (train/pelvis_crops.py) reads them by these names.
  return { ...labels, pelvisMoves, hand, landmarks };
}

export interface RenderTools {
  readonly bodies: BodyStore;
  readonly director: StageDirector;
  readonly stage: OpenStage;
  readonly refuse: LabTools['refuse'];
}

/** A person in a room with all moments, solved but not rendered. */
function perform(job: RenderJob, look: Scene, bodies: BodyStore, chance: Chance) {
  const { draw } = job;
  const side = chance.pick(['left', 'right'] as const);
  const person = posePerson(bodies.get(look.body).body, side, draw, chance.part('start'));
  const floor = person.movement.floor(person.body, person.scene.start);
  const drawn: DrawnMoment[] = [{ moment: STILL, posed: performMoment(person, STILL, 0) }];
  const moments = chance.part('moments');
  for (let i = 1; i <= MOMENTS; i++) {
    const next = drawMoment(person, draw, moments, i);
    if (next) drawn.push(next);
  }
  const lowest = Math.min(...person.referencePose.landmarks.map(([, y]) => y)) - 0.05;
  const frames = drawn.map(({ posed }) => posed.frame);
  const performance = performanceOf(person, job, frames, 0.004 - (floor ?? lowest));
  return { person, drawn, performance };
}

/**
 * Renders the crops of one scene into a sheet, with a truth file. A finished scene is skipped.
 * @returns number of rendered crops
 */
export async function renderScene(job: RenderJob, tools: RenderTools): Promise<number> {
  const { draw, seed, index, drawn: bodies, folder } = job;
  mkdirSync(folder, { recursive: true });
  const look = drawLook(draw, { seed, index, drawn: bodies });
  const chance = chanceOf(`pelvis moments/${draw.drill}/${seed}/${index}`);
  const { person, drawn, performance } = perform(job, look, tools.bodies, chance);
  const place = draw.camera(chance.part('camera'));
  const camera = placeCamera(performance, place);
  const { page } = tools.stage;
  await tools.director.set(performance, look, camera.view, 0.3);
  const { side: tile, wider } = draw.tile ?? PELVIS_TILE;
  await clearSheet(page, drawn.length, tile);
  const [first] = performance.frames;
  const referencePose = first ? picturesOf(first, camera.view, performance.floorLift) : [];
  const window = cropWindow(referencePose.flat(), draw.window, person.side, tile, wider);
  if (!window) throw tools.refuse('pose', `scene ${index} of ${draw.drill} shows nobody.`);
  const moments: object[] = [];
  for (const [i, one] of drawn.entries()) {
    await tools.director.paint(one.posed.frame.time, one.posed.solved, camera.view);
    await copyTile(page, i, window, tile);
    const { frame } = one.posed;
    const points = picturesOf(frame, camera.view, performance.floorLift);
    moments.push(entry(person, one, points, window));
  }
  const file = fileOf(job);
  writeFileSync(`${file}.jpg`, await readSheet(page));
  const about = {
    drill: draw.drill,
    seed,
    index,
    side: person.side,
    body: look.body,
    heldBack: draw.heldBack.includes(look.body),
    clothes: look.outfit.word,
    slip: look.outfit.slip,
    room: look.room,
    light: look.light,
    azimuth: rounded(person.side === 'left' ? camera.azimuth : -camera.azimuth),
    distance: rounded(camera.distance),
    height: rounded(camera.view.eye[1]),
    wider,
    tile,
    window: draw.window,
    moments,
  };
  writeFileSync(`${file}.json.part`, JSON.stringify(about));
  renameSync(`${file}.json.part`, `${file}.json`);
  return moments.length;
}
