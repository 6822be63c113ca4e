import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Milliseconds } from '../../instrument/geometry/units.ts';

/** Whoever has just touched the laptop still stands at it; whoever was just seen is still there. */
const LINGERS: Milliseconds = 5000;

/** Whether somebody who is seen is at the mat and must read from there; `moment` counts on one clock. */
export class MatOrLaptop {
  #seenAt = Number.NEGATIVE_INFINITY;
  #touchedAt = Number.NEGATIVE_INFINITY;

  /** A key, a pointer. */
  touched(moment: Milliseconds): void {
    this.#touchedAt = moment;
  }

  seen(moment: Milliseconds): void {
    this.#seenAt = moment;
  }

  /** Nobody is there any more, or the screen is another one. */
  reset(): void {
    this.#seenAt = Number.NEGATIVE_INFINITY;
  }

  isAtMat(moment: Milliseconds): boolean {
    return moment - this.#seenAt < LINGERS && moment - this.#touchedAt >= LINGERS;
  }
}

/** The same for a screen: listens for keys and pointers itself. */
export class AwayFromLaptop implements ReactiveController {
  readonly #place = new MatOrLaptop();

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const kind of ['keydown', 'pointerdown', 'pointermove'] as const)
      window.addEventListener(kind, this.#touched, { passive: true });
  }

  hostDisconnected(): void {
    for (const kind of ['keydown', 'pointerdown', 'pointermove'] as const)
      window.removeEventListener(kind, this.#touched);
    this.#place.reset();
  }

  /** @param seen somebody whole is in the picture now */
  look(seen: boolean): boolean {
    const now = performance.now();
    if (seen) this.#place.seen(now);
    return this.#place.isAtMat(now);
  }

  readonly #touched = (): void => this.#place.touched(performance.now());
}
