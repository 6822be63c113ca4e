import type { SubjectBody } from '../../contract.ts';
import { type PlacedCamera, placeCamera } from '../../motion/camera.ts';
import type { Performance } from '../../motion/performance.ts';
import type { StageDirector } from '../../clips/stage-director.ts';
import { wrapDegrees } from '../../vectors.ts';
import { backOutline, type LumbarSlices } from '../poses/back-outline.ts';
import type { BackOutline, Cell, CellPlace, Outcome } from './cell.ts';
import { type CellStudio, makeCellClip } from './cell-clip.ts';
import { heldPoses } from './cell-poses.ts';
import type { PlacementAnswer, PlacementRequest } from '../page/page-contract.ts';
import { REFERENCE, type StudyClip } from '../poses/study-poses.ts';
import type { PlacementTools } from '../../../../tools/lab/placement-arguments.mjs';

/** The open page of the study, which measures clips. */
export interface OpenAnalysis {
  readonly analyse: (file: string, request: Omit<PlacementRequest, 'clip'>) => Promise<PlacementAnswer>;
  readonly close: () => Promise<void>;
}

export async function openAnalysis(tools: PlacementTools): Promise<OpenAnalysis> {
  const { page, share, close } = await tools.openAnalysis();
  return {
    close,
    async analyse(file, request) {
      const whole: PlacementRequest = { ...request, clip: share(file) };
      const answer = await page.evaluate((asked) => window.placementAnalyse?.(asked), whole);
      if (!answer) throw new Error('the page of the placement study did not answer');
      return answer;
    },
  };
}

/** Horizontal field of view of a usual laptop webcam, degrees. */
const FIELD_OF_VIEW = 66;

/** A person on the stage, filmed from several places. */
export interface Filmed {
  readonly study: StudyClip;
  readonly performance: Performance;
  readonly body: SubjectBody;
  readonly slices: LumbarSlices;
}

export const cameraAt = (performance: Performance, { azimuth, height, distance }: CellPlace): PlacedCamera =>
  placeCamera(performance, { azimuth, height, distance, fieldOfView: FIELD_OF_VIEW, placement: 'study' });

function outlineOf({ study, performance, body, slices }: Filmed, camera: PlacedCamera): BackOutline {
  const solved = (id: string) => {
    const picture = study.holds.find((hold) => hold.id === id)?.picture ?? 0;
    return performance.frames[picture]?.solved ?? performance.referencePose;
  };
  const poses = [solved(REFERENCE), solved('arch')] as const;
  return backOutline(body, slices, poses, camera.view, performance.floorLift);
}

function outcomeOf({ record, seen }: PlacementAnswer): Outcome {
  if (record) return 'measured';
  return seen > 0 ? 'no-neutral' : 'no-person';
}

/** Downward angle of the line from lens to mid-hip, degrees. */
function lookingDownOf({ view, distance }: PlacedCamera, { referencePose, floorLift }: Performance): number {
  const hips = [referencePose.landmarks[23], referencePose.landmarks[24]];
  const height = hips.reduce((sum, hip) => sum + (hip?.[1] ?? 0) / hips.length, floorLift);
  return (Math.asin(Math.max(-1, Math.min(1, (view.eye[1] - height) / distance))) * 180) / Math.PI;
}

const tenths = (value: number) => Math.round(value * 10) / 10;
const hundredths = (value: number) => Math.round(value * 100) / 100;

type Lap = keyof Cell['seconds'];

function stopwatch(now: () => number) {
  const seconds: Record<Lap, number> = { paint: 0, encode: 0, measure: 0, outline: 0 };
  let since = now();
  return {
    seconds,
    lap(name: Lap) {
      const time = now();
      seconds[name] = hundredths((time - since) / 1000);
      since = time;
    },
  };
}

/**
 * Renders and measures one place.
 * @param now monotonic clock, milliseconds
 */
export async function measureCell(
  place: CellPlace,
  filmed: Filmed,
  director: StageDirector,
  analysis: OpenAnalysis,
  studio: CellStudio,
  now: () => number = () => performance.now(),
): Promise<Cell> {
  const watch = stopwatch(now);
  const { study, performance: performed, body } = filmed;
  const camera = cameraAt(performed, place);
  const clip = await makeCellClip(study, performed, camera, director, studio, () => watch.lap('paint'));
  watch.lap('encode');
  const answer = await analysis.analyse(clip, {
    drill: place.drill,
    subjectHeight: body.height,
    phases: study.phases,
    place: { azimuth: place.azimuth, height: place.height, distance: camera.distance },
  });
  watch.lap('measure');
  const outline = outlineOf(filmed, camera);
  watch.lap('outline');
  const { record, why, grade, frames, seen } = answer;
  const found = record?.neutral?.azimuth;
  return {
    ...place,
    seed: studio.seed,
    outcome: outcomeOf(answer),
    why,
    grade: grade ?? 'refused',
    actualDistance: hundredths(camera.distance),
    lookingDown: tenths(lookingDownOf(camera, performed)),
    azimuthError: found === undefined ? null : tenths(wrapDegrees(found - place.azimuth)),
    detected: frames > 0 ? hundredths(seen / frames) : 0,
    poses: heldPoses(study, performed.frames, record),
    outline,
    seconds: watch.seconds,
  };
}
