import type { Reading } from '../../instrument/output/reading.ts';
import {
  type GatePlan,
  type GateState,
  type GateView,
  gateView,
  openGate,
  stepGate,
} from '../../coach/setup/setup-gate.ts';
import type { Announcer } from '../sound/announcer.ts';
import type { SessionClient } from './session-parts.ts';

export interface SetupGateOptions {
  readonly plan: GatePlan;
  readonly client: Pick<SessionClient, 'beginReferencePose'>;
  readonly announcer: Pick<Announcer, 'carryOut'>;
  /** The start is held: the set may begin from it. */
  readonly onArmed: () => void;
}

/** Carries out what the set-up asks for: speaks, sounds, and asks the instrument for the start. */
export class SetupGate {
  readonly #options: SetupGateOptions;
  #state: GateState = openGate;

  constructor(options: SetupGateOptions) {
    this.#options = options;
  }

  get view(): GateView {
    return gateView(this.#state, this.#options.plan);
  }

  observe(reading: Reading): void {
    const { plan, client, announcer, onArmed } = this.#options;
    const wasArmed = this.#state.armed;
    const { state, say, tone, ask } = stepGate(this.#state, reading, plan);
    this.#state = state;
    if (say !== null) announcer.carryOut({ kind: 'say', ...say });
    if (tone !== null) announcer.carryOut({ kind: 'beep', tone });
    // A worker that cannot be asked is started again by its client, which says so.
    if (ask) client.beginReferencePose().catch(() => undefined);
    if (state.armed && !wasArmed) onArmed();
  }

  /** The picture begins anew: nothing of what was seen before holds. */
  reset(): void {
    this.#state = { ...openGate, saidAt: this.#state.saidAt };
  }
}
