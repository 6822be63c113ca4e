import type { Gauge } from '../../coach/coach-contract.ts';
import type { PhaseKind } from '../../coach/drill-definition.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';

/** Nothing is measured in a rest, a count-in or a break. A raised arm, or a person who leaves, is still seen soon enough. */
const RESTING: Seconds = 0.15;
/** In a stretch in which nothing moves; the first movement brings every frame back. */
const STILL: Seconds = 0.1;

const RESTS: ReadonlySet<PhaseKind> = new Set(['ready', 'turn', 'rest']);
const STRETCHES: ReadonlySet<PhaseKind> = new Set(['passive', 'pails', 'rails', 'sink', 'hold']);

/** Least time between two frames of a set, so that a laptop stays cool where every frame would tell the same. */
export class FrameInterval {
  #isStill = false;

  /** Feeds every reading. */
  observe({ isStill }: Pick<Reading, 'isStill'>): void {
    this.#isStill = isStill === true;
  }

  /** 0: as many frames as the worker can take. */
  at({ phase, paused }: Pick<Gauge, 'phase' | 'paused'>): Seconds {
    if (phase === null) return 0;
    if (paused || RESTS.has(phase.kind)) return RESTING;
    return this.#isStill && STRETCHES.has(phase.kind) ? STILL : 0;
  }
}
