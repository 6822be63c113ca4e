import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../../app/session/session-contract.ts';
import { isField, type KeyTarget, ownsKey, type SetAction, setActionFor, startsSet } from '../shell/key-map.ts';

export interface SessionKeysOptions {
  session(): Session;
  singleKeys(): boolean;
  showKeys(): void;
  /** Calls back the number that has faded, or lets it go again. */
  switchNumber(): void;
  /** True while a second press of Stop ends the set. */
  stopping(stopping: boolean): void;
  leave(): void;
}

/** A plain stop needs a second press within this time, so that a cat on the keyboard does not end a set. */
const CONFIRM_MS = 3000;

const isStopNow = (action: SetAction): action is 'pinch' | 'pain' | 'numb' =>
  action === 'pinch' || action === 'pain' || action === 'numb';

/** Keys and buttons of the session screens, turned into calls on the session. */
export class SessionKeys implements ReactiveController {
  readonly #options: SessionKeysOptions;
  #confirm: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: SessionKeysOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#onKey);
    this.#settle();
  }

  readonly start = (): void => this.#options.session().start();

  act(action: SetAction): void {
    const session = this.#options.session();
    const { stage, gauge, muted } = session.snapshot;
    if (stage !== 'running') return;
    if (isStopNow(action)) session.stop(action);
    else if (action === 'stop') this.#stop(session);
    else if (action === 'pause' && gauge?.paused) session.resume();
    else if (action === 'pause') session.pause();
    else if (action === 'skip') session.skip();
    else if (action === 'mute') session.setMuted(!muted);
    else if (action === 'number') this.#options.switchNumber();
    else this.#options.showKeys();
    if (action !== 'stop') this.#settle();
  }

  #stop(session: Session): void {
    if (this.#confirm !== undefined) {
      this.#settle();
      session.stop('stopped');
      return;
    }
    this.#options.stopping(true);
    this.#confirm = setTimeout(() => this.#settle(), CONFIRM_MS);
  }

  #settle(): void {
    if (this.#confirm === undefined) return;
    clearTimeout(this.#confirm);
    this.#confirm = undefined;
    this.#options.stopping(false);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as KeyTarget | undefined;
    if (event.defaultPrevented || isField(target) || ownsKey(target, event.key)) return;
    const { stage } = this.#options.session().snapshot;
    if (stage === 'running') this.#runningKey(event);
    else if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    else if (event.key === 'Escape') this.#options.leave();
    else if (stage === 'placing') this.#placingKey(event);
  };

  #placingKey(event: KeyboardEvent): void {
    const session = this.#options.session();
    if (startsSet(event.key)) this.start();
    else if (setActionFor(event, this.#options.singleKeys()) === 'mute') session.setMuted(!session.snapshot.muted);
    else return;
    event.preventDefault();
  }

  #runningKey(event: KeyboardEvent): void {
    const action = setActionFor(event, this.#options.singleKeys());
    // In an open dialog Escape closes it and Space presses what has the focus; a symptom still ends the set.
    const asked = event.composedPath().some((node) => node instanceof HTMLDialogElement);
    if (!action || (asked && !isStopNow(action))) return;
    event.preventDefault();
    this.act(action);
  }
}
