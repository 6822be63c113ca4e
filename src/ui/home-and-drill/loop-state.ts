import type { LoopFiles } from '../../app/loops.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { LoopMoment } from '../../drills/loop-moments.ts';

export interface LoopCircumstances {
  readonly files: LoopFiles;
  /** The video could not be fetched or decoded. */
  readonly videoFailed: boolean;
  readonly posterFailed: boolean;
  /** The loop has been on the screen at least once. Nothing is fetched before. */
  readonly seen: boolean;
  /** The loop is on the screen now, in a tab that is shown. */
  readonly inSight: boolean;
  readonly lessMotion: boolean;
  /** What the person pressed last. */
  readonly asked: 'play' | 'pause' | null;
}

export interface LoopView {
  readonly video: boolean;
  readonly playing: boolean;
  /** The still picture under the video, seen until the video shows. */
  readonly still: 'poster' | 'drawing';
  readonly button: 'Play' | 'Pause' | null;
}

export function loopView(now: LoopCircumstances): LoopView {
  const playable = now.files.video !== null && !now.videoFailed;
  const wanted = now.asked === null ? !now.lessMotion : now.asked === 'play';
  return {
    // A loop that was paused stays in the document and so keeps its frame.
    video: playable && now.seen && (wanted || now.asked === 'pause'),
    playing: playable && wanted && now.inSight,
    still: now.files.poster !== null && !now.posterFailed ? 'poster' : 'drawing',
    button: playable ? (wanted ? 'Pause' : 'Play') : null,
  };
}

/** Index of the moment that belongs to this time of a loop; -1: before the first. */
export const momentAt = (moments: readonly LoopMoment[], time: Seconds): number =>
  moments.findLastIndex(({ at }) => at <= time);
