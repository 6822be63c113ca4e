import type { Share, Side } from '../../instrument/geometry/units.ts';
import { bestOf, type Change, changeOfRanges } from '../../coach/progress/real-change.ts';
import type { PhaseSummary, SetSummary } from '../../coach/record/set-record.ts';

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

/** From this share of a phase on, a smaller range says that the person was not in the stretch, and not what the hip can do. */
const AWAY: Share = 0.25;

function gainOf(round: readonly PhaseSummary[], kind: PhaseGain['kind']): PhaseGain | null {
  const phases = (of: PhaseSummary['kind']) => round.filter((phase) => phase.kind === of);
  const after = bestOf(phases(kind));
  const change = changeOfRanges(bestOf(phases('passive')), after);
  if (after === null || change === null) return null;
  const wasAway = phases(kind).some(({ away = 0 }) => away >= AWAY);
  if (change.kind === 'less' && wasAway) return null;
  return { side: after.side, round: after.round, kind, change };
}
