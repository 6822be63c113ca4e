import type { ReactiveControllerHost } from 'lit';
import type { Session, SessionSnapshot } from '../../app/session/session-contract.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import { listenWhileShown, whileShown } from '../elements/while-shown.ts';
import type { Services } from '../shell/services.ts';
import { isField, type KeyTarget, ownsKey, type SetAction, setActionFor, startsSet } from '../shell/key-map.ts';

/** Whether the app's own voice is heard. What it says, no live region says too: a screen reader would talk into it. */
export const voiceIsHeard = ({ session, settings }: Pick<Services, 'session' | 'settings'>): boolean => {
  const { muted, sound } = session.snapshot;
  const { voice, volume } = settings.current;
  return voice && !muted && volume > 0 && sound?.voice === 'ready';
};

/** `asks`: a second press of Stop ends the set, and the screen says so. `waits`: it still does, and the button alone says so. */
export type Stopping = 'asks' | 'waits' | null;

export interface SessionKeysOptions {
  session(): Session;
  /** Whether keys of a single character act (WCAG 2.1.4). */
  singleKeys(): boolean;
  showKeys(): void;
  /** One step, or on and off. */
  sound(change: 'louder' | 'quieter' | 'mute'): void;
  /** Fills the screen, or gives it back. */
  fill(): void;
  /** Shows the number that feedback fading has hidden, or hides it again. */
  switchNumber(): void;
  stopping(stopping: Stopping): void;
  leave(): void;
}

/** Time for the second press of Stop. One press is not enough: a cat on the keyboard must not end a set. */
const ASKS: Milliseconds = 3000;
/** Without a mouse the second press may take this long (WCAG 2.2.1). */
const WAITS: Milliseconds = 20_000;

const isSound = (action: SetAction | null): action is 'louder' | 'quieter' | 'mute' =>
  action === 'louder' || action === 'quieter' || action === 'mute';

const isStopNow = (action: SetAction): action is 'pinch' | 'pain' | 'numb' =>
  action === 'pinch' || action === 'pain' || action === 'numb';

/** Turns keys and buttons of the session screen into calls on the session. */
export class SessionKeys {
  readonly #options: SessionKeysOptions;
  #confirm: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: SessionKeysOptions) {
    this.#options = options;
    listenWhileShown(host, 'keydown', (event) => this.#onKey(event));
    whileShown(host, () => () => this.#cancelStop());
  }

  readonly start = (): void => this.#options.session().start();

  /** @param byMouse a button was clicked */
  act(action: SetAction, byMouse = false): void {
    const session = this.#options.session();
    const { stage, gauge, source } = session.snapshot;
    if (stage !== 'running') return;
    if (isStopNow(action)) session.stop(action);
    else if (action === 'stop') this.#stop(session, byMouse);
    else if (action === 'pause' && gauge?.paused) session.resume();
    else if (action === 'pause') session.pause();
    else if (action === 'skip') session.skip();
    else if (action === 'count') this.#count(session, source);
    else if (isSound(action)) this.#options.sound(action);
    else if (action === 'full') this.#options.fill();
    else if (action === 'number') this.#options.switchNumber();
    else this.#options.showKeys();
    if (action !== 'stop') this.#cancelStop();
  }

  /** A camera counts by itself. */
  #count(session: Session, source: SessionSnapshot['source']): void {
    if (source === 'none') session.count();
  }

  #stop(session: Session, byMouse: boolean): void {
    if (this.#confirm !== undefined) {
      this.#cancelStop();
      session.stop('stopped');
      return;
    }
    this.#options.stopping('asks');
    this.#confirm = setTimeout(() => (byMouse ? this.#cancelStop() : this.#waitForStop()), ASKS);
  }

  #waitForStop(): void {
    this.#options.stopping('waits');
    this.#confirm = setTimeout(() => this.#cancelStop(), WAITS - ASKS);
  }

  #cancelStop(): void {
    if (this.#confirm === undefined) return;
    clearTimeout(this.#confirm);
    this.#confirm = undefined;
    this.#options.stopping(null);
  }

  #onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0] as KeyTarget | undefined;
    if (event.defaultPrevented || isField(target) || ownsKey(target, event.key)) return;
    const { stage } = this.#options.session().snapshot;
    if (stage === 'running') this.#runningKey(event);
    else if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    else if (event.key === 'Escape') this.#options.leave();
    else if (stage === 'placing') this.#placingKey(event);
  }

  #placingKey(event: KeyboardEvent): void {
    const action = setActionFor(event, this.#options.singleKeys());
    if (startsSet(event.key)) this.start();
    else if (isSound(action)) this.#options.sound(action);
    else if (action === 'full') this.#options.fill();
    else return;
    event.preventDefault();
  }

  #runningKey(event: KeyboardEvent): void {
    const action = setActionFor(event, this.#options.singleKeys());
    // Inside an open dialog only the symptom keys act: Escape closes it and Space presses the focused button.
    const inDialog = event.composedPath().some((node) => node instanceof HTMLDialogElement);
    if (!action || (inDialog && !isStopNow(action))) return;
    event.preventDefault();
    this.act(action);
  }
}

/** How long the last touch and the last sighting count (ms). */
const MEMORY: Milliseconds = 5000;

/**
 * Decides whether the person reads the screen from the mat: seen by the camera within the last 5 s, with no key or pointer
 * used in that time. All times are of one clock.
 */
export class MatPresence {
  #seenAt = Number.NEGATIVE_INFINITY;
  #touchedAt = Number.NEGATIVE_INFINITY;

  touched(now: Milliseconds): void {
    this.#touchedAt = now;
  }

  seen(now: Milliseconds): void {
    this.#seenAt = now;
  }

  reset(): void {
    this.#seenAt = Number.NEGATIVE_INFINITY;
  }

  unseenFor(now: Milliseconds): Seconds {
    return (now - this.#seenAt) / 1000;
  }

  isAtMat(now: Milliseconds): boolean {
    return now - this.#seenAt < MEMORY && now - this.#touchedAt >= MEMORY;
  }
}

const TOUCH_EVENTS = ['keydown', 'pointerdown', 'pointermove'] as const;

/** That of a screen, by the page's clock. It hears of keys and pointers by itself. */
export function presenceAt(host: ReactiveControllerHost): MatPresence {
  const presence = new MatPresence();
  for (const kind of TOUCH_EVENTS)
    listenWhileShown(host, kind, () => presence.touched(performance.now()), { passive: true });
  whileShown(host, () => () => presence.reset());
  return presence;
}
