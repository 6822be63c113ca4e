import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { DrillDefinition, PhaseKind } from '../drill-definition.ts';
import type { AwayKind, AwayRecord } from '../record/set-record.ts';
import { isLying } from '../setup/gate-checks.ts';
import type { JudgedReading } from '../rules/judged-reading.ts';
import type { CoachWords } from '../speech/coach-words.ts';

/** How the person has left the position, what was said, and whether the set waits for them. */
export interface Away {
  readonly kind: AwayKind;
  readonly since: Seconds;
  readonly phase: PhaseKind;
  /** What to do, said once and shown until the person is back. */
  readonly text: string;
  readonly saidAt: Seconds;
  /** True: the clock of the phase stands still until the person is back. */
  readonly waits: boolean;
  /** The person ended the wait by hand, so the set does not wait until they are back. */
  readonly overridden: boolean;
  /** Since when the position looks right again; null: it does not. */
  readonly backSince: Seconds | null;
}

/** Since when, and when last, the picture did not fit the body; null: it fits. */
export interface FitLost {
  readonly since: Seconds | null;
  readonly last: Seconds | null;
}

export const fitHolds: FitLost = { since: null, last: null };

export const awayRecord = ({ kind, since, phase }: Away, end: Seconds): AwayRecord => ({
  kind,
  start: since,
  end: Math.max(since, end),
  phase,
});

/** What to do, in the drill's own words where it has some. */
export function awayText(kind: AwayKind, drill: DrillDefinition, phase: TimelinePhase, words: CoachWords): string {
  if (kind === 'out-of-stretch') return phase.again ?? words.away['out-of-stretch'];
  return (isLying(drill) ? words.awayLying[kind] : null) ?? words.away[kind];
}

interface MaybeAway {
  readonly away: Away | null;
}

/** Nothing counts while the person is away. That a hip has come out of its stretch, only the coach knows. */
export const withoutLeft = ({ away }: MaybeAway, judged: JudgedReading): JudgedReading =>
  away === null || away.kind === 'unclear' || judged.reasons[0] === 'posture-left'
    ? judged
    : { ...judged, body: null, reasons: ['posture-left', ...judged.reasons] };

/** Whether cues of the rules are held back: the person is being told something that comes first. */
export const speaksOfPosture = ({ away }: MaybeAway, judged: JudgedReading): boolean =>
  (away !== null && away.kind !== 'unclear') || judged.reasons[0] === 'posture-left';
