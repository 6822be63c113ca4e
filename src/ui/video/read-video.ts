import { analyseClip, type ClipAnalysis } from '../../app/analyze/clip-analysis.ts';
import { spokenPlan } from '../../app/session/set-plans.ts';
import { openClip } from '../../app/sources/clip-reader.ts';
import { clipClient } from '../../app/worker-client/pose-client.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { Metres, Milliseconds, Seconds, Share } from '../../instrument/geometry/units.ts';
import type { ModelChoice } from '../../storage/storage-contract.ts';
import type { ChosenVideo } from './chosen-video.ts';

export interface VideoProgress {
  /** What is read; null: the body tracking is being loaded. */
  readonly read: Share | null;
  /** Null: not known yet. */
  readonly left: Seconds | null;
}

export interface ReadVideoOptions {
  readonly video: ChosenVideo;
  readonly plan: SetPlan;
  readonly subjectHeight: Metres;
  /** `auto`: the size that is worth its time in the drill's view. */
  readonly model: ModelChoice;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: VideoProgress) => void;
}

/**
 * Reads a video as fast as the device can. The record is as of a set that was done in front of the camera, with the source `file`, and is
 * not stored. Rejects as `openClip` and `analyseClip` do.
 */
export async function readVideo({ video, plan, model, onProgress, ...rest }: ReadVideoOptions): Promise<ClipAnalysis> {
  onProgress({ read: null, left: null });
  const spoken = spokenPlan({ ...plan, countIn: 0 });
  const clip = await openClip(video.file);
  try {
    const client = await clipClient(model === 'auto' ? spoken.drill.instrument.model : model, () => undefined);
    let begun = 0;
    const { record, unmeasured } = await analyseClip({
      clip,
      client,
      plan: spoken,
      phases: null,
      id: video.id,
      onProgress: (done, total) => {
        if (done === SLOW) begun = performance.now();
        onProgress(progressOf(done, total, performance.now() - begun));
      },
      ...rest,
    });
    return { record: { ...record, startedAt: video.filmedAt, source: { ...record.source, kind: 'file' } }, unmeasured };
  } finally {
    clip.close();
  }
}

/** So many pictures at first take far longer than the others, because the engine is still getting ready. */
const SLOW = 10;
/** What is left is told only after this time. */
const UNSURE: Milliseconds = 3000;

/**
 * @param total pictures of the whole file; 0: not known. A set may be over before
 * @param passed since picture `SLOW`
 */
export function progressOf(done: number, total: number, passed: Milliseconds): VideoProgress {
  if (total === 0) return { read: 0, left: null };
  const read = Math.min(1, done / total);
  const isKnown = done > SLOW && passed >= UNSURE;
  return { read, left: isKnown ? ((passed / 1000) * Math.max(0, total - done)) / (done - SLOW) : null };
}
