import type { Session } from '../../app/session/session-contract.ts';
import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import { INSTRUMENT_VERSION } from '../../instrument/instrument-version.ts';
import type { Services } from '../shell/services.ts';

/** A picture that was taken in the running set, not stored yet. */
interface Taken {
  readonly canvas: HTMLCanvasElement;
  readonly degrees: Degrees;
  readonly at: string;
}

/** CSS pixels. Enough to see the position. */
const WIDTH = 640;
const QUALITY = 0.85;
/** A better position is taken again only if it is better by this. */
const BETTER_BY: Degrees = 1;
/** A figure of the record may differ from the live one by this without having been withdrawn. */
const ROUNDING: Degrees = 0.5;
/** Within this of its best, the leg is still there. */
const STILL_THERE: Degrees = 2;

/** The hip and the degrees of a best position that is in the camera's picture now; null: none is. */
function bestNow({
  snapshot: { stage, source, plan, gauge, reading },
}: Session): { side: Side; degrees: Degrees } | null {
  if (stage !== 'running' || source !== 'camera' || plan?.drill.hipTest !== undefined) return null;
  const { phase, best, angle } = gauge ?? {};
  if (!phase || phase.side === 'both' || best == null || !angle || reading?.body?.valid !== true) return null;
  return angle.value < best - STILL_THERE ? null : { side: phase.side, degrees: best };
}

function drawn(video: HTMLVideoElement): HTMLCanvasElement | null {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(WIDTH, videoWidth);
  canvas.height = Math.round((canvas.width * videoHeight) / videoWidth);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const jpegOf = async (canvas: HTMLCanvasElement): Promise<ArrayBuffer | null> => {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return blob === null ? null : blob.arrayBuffer();
};

/** The pictures of the set that was begun last, by hip. */
let taken = new Map<Side, Taken>();
let stop: (() => void) | null = null;

/**
 * Takes a picture of the best position of each hip in the set that begins. The pictures are in memory only, until
 * `keepBestPictures` is called or another set begins.
 */
export function takeBestPictures({ session }: Services): void {
  stop?.();
  taken = new Map();
  stop = session.subscribe(() => {
    const now = bestNow(session);
    if (now === null || now.degrees < (taken.get(now.side)?.degrees ?? Number.NEGATIVE_INFINITY) + BETTER_BY) return;
    const canvas = drawn(session.video);
    if (canvas) taken.set(now.side, { canvas, degrees: now.degrees, at: new Date().toISOString() });
  });
}

/**
 * Keeps what was taken in the set that has ended, of each hip that has a range of its own in it. A best that was withdrawn
 * after its picture was taken is none.
 */
export async function keepBestPictures(services: Services, set: string): Promise<void> {
  stop?.();
  stop = null;
  const of = taken;
  taken = new Map();
  const ended = (await services.sets.list()).find(({ id }) => id === set);
  for (const { side, watched, range } of ended?.hips ?? []) {
    const best = of.get(side);
    const stands = best !== undefined && watched && best.degrees <= range.value + ROUNDING;
    const jpeg = stands ? await jpegOf(best.canvas) : null;
    if (!ended || !best || jpeg === null) continue;
    await (await services.pictures()).keepBetter({
      drill: ended.drill,
      side,
      degrees: best.degrees,
      at: best.at,
      set,
      instrument: INSTRUMENT_VERSION,
      jpeg,
    });
  }
}
