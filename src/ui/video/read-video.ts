import { analyseClip, type ClipAnalysis } from '../../app/analyze/clip-analysis.ts';
import { isoAtPlace, spokenPlan } from '../../app/session/set-plans.ts';
import { openClip } from '../../app/sources/clip-reader.ts';
import { clipClient } from '../../app/worker-client/pose-client.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { Metres, Seconds, Share } from '../../instrument/geometry/units.ts';
import type { ModelChoice } from '../../storage/storage-contract.ts';
import type { PastSets } from '../shell/services.ts';

/** A video that the person has chosen and this browser can read. */
export interface ChosenVideo {
  readonly file: File;
  /** Null: the file does not say. */
  readonly length: Seconds | null;
  /** Id of the set that comes from it: the same whenever the same file is read, so that it is never kept twice. */
  readonly id: string;
  /** When the set was done, ISO 8601 as `isoAtPlace` writes it: when the file was made; now, where its date cannot be right. */
  readonly filmedAt: string;
}

/** Opens a file only to look at it. Rejects as `openClip` does. */
export async function lookAt(file: File): Promise<ChosenVideo> {
  const clip = await openClip(file);
  clip.close();
  return { file, length: clip.duration, id: await videoId(file), filmedAt: filmedAt(file, Date.now()) };
}

/** Bytes at each end of the file. The beginning or the end has its index, which differs from film to film. */
const LOOKED_AT = 1_000_000;

/** The same for the same bytes, whatever the file's name and date. */
export async function videoId(file: Blob): Promise<string> {
  const parts = [file.slice(0, LOOKED_AT), file.slice(Math.max(LOOKED_AT, file.size - LOOKED_AT))];
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return `video-${hashOf(bytes)}-${file.size.toString(36)}`;
}

/** Two multiplicative hashes of 32 bits. `crypto.subtle` is missing on pages of plain http. */
function hashOf(bytes: Uint8Array): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x9e3779b1);
    two = Math.imul(two ^ byte, 0x5f356495);
    one ^= two >>> 15;
    two ^= one >>> 13;
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Before it there were no phones that film. Some programs write 1970 or 1980 where they know no date. */
const EARLIEST = Date.UTC(2000, 0, 1);

/** @param now milliseconds since 1970 */
export const filmedAt = ({ lastModified }: Pick<File, 'lastModified'>, now: number): string =>
  isoAtPlace(new Date(lastModified > EARLIEST && lastModified <= now ? lastModified : now));

/** The same time of day on another day, such as "2026-11-20". */
export const onDay = (iso: string, day: string): string => {
  const time = new Date(iso);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  time.setFullYear(year, month - 1, date);
  return isoAtPlace(time);
};

export interface ReadVideoOptions {
  readonly video: ChosenVideo;
  readonly plan: SetPlan;
  readonly subjectHeight: Metres;
  /** `auto`: the size that is worth its time in the drill's view. */
  readonly model: ModelChoice;
  readonly signal: AbortSignal;
  /** What is read; 0 where the file's length is not known. */
  readonly onProgress: (read: Share) => void;
}

/**
 * Reads a video as fast as the device can. The record is as of a set that was done in front of the camera, with the source `file`, and is
 * not stored. Rejects as `openClip` and `analyseClip` do.
 */
export async function readVideo({ video, plan, model, onProgress, ...rest }: ReadVideoOptions): Promise<ClipAnalysis> {
  const spoken = spokenPlan({ ...plan, countIn: 0 });
  const clip = await openClip(video.file);
  try {
    const client = await clipClient(model === 'auto' ? spoken.drill.instrument.model : model, () => undefined);
    const { record, unmeasured } = await analyseClip({
      clip,
      client,
      plan: spoken,
      phases: null,
      id: video.id,
      // A set may be over before the file is.
      onProgress: (done, total) => onProgress(total === 0 ? 0 : Math.min(1, done / total)),
      ...rest,
    });
    return { record: { ...record, startedAt: video.filmedAt, source: { ...record.source, kind: 'file' } }, unmeasured };
  } finally {
    clip.close();
  }
}

/** Stores the set of a video. One that was read from it before is replaced; its answers and its note stay. */
export async function storeVideoSet(past: PastSets, record: SetRecord): Promise<void> {
  const before = await past.load(record.id).catch(() => null);
  const { after, note } = before ?? {};
  // What cannot be stored stays in memory, and the summary says so.
  await past.finishSet({ ...record, ...(after && { after }), ...(note && { note }) }).catch(() => undefined);
}
