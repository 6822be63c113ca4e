import type { Side } from '../../instrument/geometry/units.ts';
import { changeOfRanges, bestOf } from '../progress/best-range.ts';
import type { Change } from '../progress/real-change.ts';
import type { PhaseSummary, SetSummary } from '../record/set-record.ts';

/** What a phase gained over the passive phase of its round. */
export interface PhaseGain {
  readonly side: Side;
  readonly round: number;
  /** `rails`: gained by the person's own pull. `sink`: gained while resting after it. */
  readonly kind: 'rails' | 'sink';
  readonly change: Change;
}

/** One for every round with a comparable passive phase. */
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
