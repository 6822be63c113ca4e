import type { LoopFiles, LoopKind } from '../../app/loops.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { LoopMoment } from '../../drills/loop-moments.ts';

/** What a loop's picture depends on. */
export interface LoopCircumstances {
  readonly files: LoopFiles;
  /** Fetched in vain, or not to be decoded here. */
  readonly videoFailed: boolean;
  readonly posterFailed: boolean;
  /** Has been on the screen at least once: before that nothing is fetched. */
  readonly seen: boolean;
  /** Is on the screen now, in a tab that is shown. */
  readonly inSight: boolean;
  /** The person asked the system for less motion. */
  readonly lessMotion: boolean;
  /** What the person pressed last. */
  readonly asked: 'play' | 'pause' | null;
}

export interface LoopLook {
  readonly video: boolean;
  readonly playing: boolean;
  /** What lies under the video and shows until it does. */
  readonly still: 'poster' | 'drawing';
  readonly button: 'Play' | 'Pause' | null;
}

export function loopLook(now: LoopCircumstances): LoopLook {
  const playable = now.files.video !== null && !now.videoFailed;
  const wanted = now.asked === null ? !now.lessMotion : now.asked === 'play';
  return {
    // A loop that was stopped keeps the frame it stopped at.
    video: playable && now.seen && (wanted || now.asked === 'pause'),
    playing: playable && wanted && now.inSight,
    still: now.files.poster !== null && !now.posterFailed ? 'poster' : 'drawing',
    button: playable ? (wanted ? 'Pause' : 'Play') : null,
  };
}

/** How often a loop is played before it is the other one's turn: what is to be copied is seen more often. */
export const PLAYS: Readonly<Record<LoopKind, number>> = { right: 2, cheat: 1 };

/** Two loops that share one place. `chosen`: picked by hand, then the turns are over. */
export interface LoopTurns {
  readonly chosen: LoopKind | null;
  readonly turn: LoopKind;
  readonly unplayable: ReadonlySet<LoopKind>;
}

export const startOfTurns: LoopTurns = { chosen: null, turn: 'right', unplayable: new Set() };

export const shownLoop = ({ chosen, turn }: LoopTurns): LoopKind => chosen ?? turn;

/** A loop that cannot end would keep the place: the turns need two that play. */
export const takesTurns = ({ chosen, unplayable }: LoopTurns): boolean => chosen === null && unplayable.size === 0;

export const afterItsPlays = (turns: LoopTurns, kind: LoopKind): LoopTurns =>
  takesTurns(turns) && kind === turns.turn ? { ...turns, turn: kind === 'right' ? 'cheat' : 'right' } : turns;

export const withoutLoop = (turns: LoopTurns, kind: LoopKind): LoopTurns => ({
  ...turns,
  turn: 'right',
  unplayable: new Set([...turns.unplayable, kind]),
});

/** Which of a loop's moments stands at this time of it; -1 when there are none. */
export const momentAt = (moments: readonly LoopMoment[], time: Seconds): number =>
  moments.findLastIndex(({ at }) => at <= time);
