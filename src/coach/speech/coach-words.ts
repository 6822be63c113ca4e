import type { BodyPart, Reason } from '../../instrument/output/reason.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { RepWords } from '../drill-definition.ts';
import type { AwayKind, EndReason } from '../record/set-record.ts';
import type { GateWords } from '../setup/gate-words.ts';

/** Title and instruction of a phase, shown and spoken. */
interface PhaseText {
  readonly title: string;
  readonly instruction: string;
}

/** The same with what to do now, in at most five words. */
interface WordedPhase extends PhaseText {
  readonly word: string;
}

/** Amounts of effort in words. A share in per cent would look measured. */
export type EffortAmount = 'fifth' | 'quarter' | 'third' | 'half' | 'two-thirds' | 'three-quarters' | 'four-fifths';

/** In a stretch, in repetitions, in presses. */
type LessOfIt = Readonly<Record<'deep' | 'small' | 'gentle', string>>;

/**
 * Everything the coach says that is not part of a drill. The coach imports no language: it receives these words with
 * the plan of the set, and `src/i18n` has them in every language.
 */
export interface CoachWords {
  readonly gate: GateWords;
  /** The second sentence is for the next set, where the first one asks for something now. */
  readonly reasons: Readonly<Record<Reason, { readonly say: readonly [now: string, nextTime?: string] }>>;
  readonly endings: Readonly<Record<Exclude<EndReason, 'running'>, string>>;
  /** Words of the phases that the app adds to those of a drill. */
  readonly phases: {
    readonly ready: string;
    /** Instruction of the count-in when the reference pose was held before the set. */
    readonly stay: string;
    /** How to stop from the mat, in front of a camera, in at most eight words, by what the arms do (`armSignal`). */
    readonly stop: Readonly<Record<'up' | 'wide' | 'ahead', string>>;
    readonly referencePose: PhaseText;
    /**
     * `sides` or `legs` comes first, then what the drill asks for, then what to do with the laptop. `turned`: the person or
     * the laptop must turn round. `stays`: the laptop does not move.
     */
    readonly turn: Readonly<Record<'title' | 'sides' | 'legs' | 'turned' | 'stays', string>>;
    readonly rest: PhaseText;
    /** Instruction of a rest in which the stretch is kept, because the next round starts from it. */
    readonly restThere: string;
    /** The same where staying folded would tire the standing leg: the person comes up. */
    readonly restUp: string;
  };
  /** Why a repetition does not count, for a foot that swings in and out. A drill may have words of its own. */
  readonly swing: RepWords;
  /** Words of a push or pull whose effort builds up. */
  readonly effort: {
    readonly amounts: Readonly<Record<EffortAmount, string>>;
    /** The first words of a push or pull: slowly, and how hard. @param amount one of `amounts` */
    readonly build: (amount: string) => string;
    /** The same for a pull that is as hard as the push before it. */
    readonly again: string;
    readonly onTheWay: (amount: string) => string;
    /** The target of a push, or of a pull, is reached. */
    readonly hold: string;
    readonly pull: string;
    /** Later in a push, or in a pull: two sentences, because both come within half a minute. */
    readonly breathe: string;
    readonly breatheOut: string;
    /** Before the end of a push. @param title of the pull that takes over */
    readonly next: (title: string) => string;
    readonly ease: string;
  };
  /** What to do now, in at most five words: the largest text of the screen. Phases of a drill have words of their own. */
  readonly now: {
    readonly turn: Readonly<Record<WorkingSide, string>>;
    /** Instead of a rest in which the person comes out: they stay, or come up. */
    readonly restThere: string;
    readonly restUp: string;
    /** The target of a push, and of a pull, is reached; the effort is to fade. */
    readonly hold: string;
    readonly keep: string;
    readonly ease: string;
    /** The start position must be taken again in the middle of the work. */
    readonly start: string;
  };
  /** Words for a fault that was named twice and goes on: what to change. */
  readonly change: {
    /** In a stretch. @param degrees where the rest of the body was still */
    readonly depth: (degrees: number) => string;
    /** In a stretch, when that angle is not known. */
    readonly less: string;
    readonly force: string;
    readonly smaller: string;
    /** In repetitions that are too fast. */
    readonly pause: string;
  };
  /** Words for a limit in degrees that a prescription sets. */
  readonly limit: {
    /** The hip is past it. */
    readonly cue: (degrees: number) => string;
    /** It stays past it. */
    readonly back: (degrees: number) => string;
    readonly phase: (degrees: number) => string;
    /** A repetition was too small to see. */
    readonly small: (degrees: number) => string;
  };
  /** @param rounds how many there are; null: not told */
  readonly round: (round: number, rounds: number | null) => string;
  /** How many repetitions there will be. */
  readonly times: (reps: number) => string;
  /** A movement sequence starts over, with the words of its first step. */
  readonly sequenceAgain: (call: string, isLast: boolean) => string;
  /** Instruction of a later round, which starts from the range of the one before. */
  readonly fromEarned: WordedPhase;
  /** The same after a rest out of the stretch. */
  readonly foldedAgain: WordedPhase;
  /** How far that was, in whole degrees. */
  readonly earned: (degrees: number) => string;
  /** The question about the back, where no camera place shows it: one of the first three, then `arm` or one of `less`. */
  readonly backQuestion: {
    /** As it was at the start. */
    readonly still: string;
    /** Long, in a drill in which the trunk may turn. */
    readonly long: string;
    readonly flat: string;
    /** How to say no in front of a camera. */
    readonly arm: string;
    /** What to do if it moved. */
    readonly less: LessOfIt;
    /** The answer was seen, and what to do. */
    readonly noted: LessOfIt;
  };
  /** In a long passive phase: what the method calls push and pull. */
  readonly methods: string;
  /** In a long passive phase: why a push and a pull follow. */
  readonly purpose: string;
  /** In a long passive phase: what limits a hip. */
  readonly limits: string;
  /** The place of the laptop gives no number, and the set goes on. */
  readonly withoutNumber: string;
  readonly breathe: string;
  /** @param next title of the following phase; null: this is the last phase */
  readonly tenSeconds: (next: string | null) => string;
  /** Full minutes. */
  readonly timeLeft: (minutes: number) => string;
  /** What the person's own pull gained over the passive range, in whole degrees. */
  readonly pulled: (degrees: number) => string;
  /** What the sink gained over the passive range, in whole degrees. */
  readonly sunk: (degrees: number) => string;
  readonly paused: string;
  readonly goOn: string;
  /** The page stood still for a moment; the phase goes on where it was. */
  readonly slept: string;
  /** The change of phase could not be told at its time. */
  readonly waited: string;
  readonly holdStill: string;
  /** Said when a new reference pose was captured. */
  readonly newStart: string;
  readonly seenAgain: string;
  /** What to do after leaving the position, by how it was left. */
  readonly away: Readonly<Record<AwayKind, string>>;
  /** The same in drills on the back, where other words are clearer. */
  readonly awayLying: Partial<Readonly<Record<AwayKind, string>>>;
  /** A phase begins again. @param title of the phase */
  readonly onceMore: (title: string) => string;
  /** Without a camera: what to do when the voice calls a number. */
  readonly paced: string;
  /** After the first repetition that the person counts by a key. */
  readonly youCount: string;
  /** @param reps good repetitions so far */
  readonly counted: (reps: number) => string;
  /** After two repetitions that were talked through. */
  readonly goOnAlone: (reps: number) => string;
  readonly halfway: (reps: number) => string;
  /** Before the last repetition. */
  readonly oneMore: (reps: number) => string;
  readonly notCounted: (why: string) => string;
  readonly notAllSeen: string;
  readonly trunkMoved: string;
  readonly praise: string;
  /** @param missing one to three parts of the body that are not visible */
  readonly cannotSee: (missing: readonly BodyPart[]) => string;
}

/** Up to this many hidden parts of the body are named; more would be too long to say. */
const MOST_NAMED_PARTS = 3;

/** The sentence that says why there is no number. It names the hidden parts of the body if the framing check knows them. */
export function spokenReason(
  reason: Reason,
  reading: Reading | null,
  { reasons, cannotSee }: Pick<CoachWords, 'reasons' | 'cannotSee'>,
): string {
  const missing = reading?.framing.missing ?? [];
  const general = reason === 'out-of-frame' || reason === 'joints-hidden' || reason === 'poor-fit';
  const named = general && missing.length > 0 && missing.length <= MOST_NAMED_PARTS;
  return named ? cannotSee(missing) : reasons[reason].say[0];
}
