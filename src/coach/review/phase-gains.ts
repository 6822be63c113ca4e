import type { Side } from '../../instrument/geometry/units.ts';
import { bestOf } from '../progress/best-range.ts';
import type { Change } from '../progress/real-change.ts';
import type { PhaseSummary, SetSummary } from '../record/set-record.ts';
import { changeOfRanges } from './known-range.ts';

/** What a phase won on the passive one of its round. */
export interface PhaseGain {
  readonly side: Side;
  readonly round: number;
  /** `rails`: won by the person's own pull. `sink`: the new range to rest in. */
  readonly kind: 'rails' | 'sink';
  readonly change: Change;
}

/** Of every round with a passive phase to start from, both known as well. */
export function phaseGains({ phases }: Pick<SetSummary, 'phases'>): readonly PhaseGain[] {
  const rounds = new Map<string, PhaseSummary[]>();
  for (const phase of phases) {
    const key = `${phase.side} ${phase.round}`;
    rounds.set(key, [...(rounds.get(key) ?? []), phase]);
  }
  return [...rounds.values()].flatMap((round) =>
    (['rails', 'sink'] as const).flatMap((kind) => gainOf(round, kind) ?? []),
  );
}

function gainOf(round: readonly PhaseSummary[], kind: PhaseGain['kind']): PhaseGain | null {
  const best = (of: PhaseSummary['kind']) => bestOf(round.filter((phase) => phase.kind === of));
  const after = best(kind);
  const change = changeOfRanges(best('passive'), after);
  return after === null || change === null ? null : { side: after.side, round: after.round, kind, change };
}
