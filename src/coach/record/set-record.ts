import type { FormReading, ReferencePoseQuality } from '../../instrument/output/reading.ts';
import type { PhaseKind, Preset, RangeChannel, RuleId } from '../drill-definition.ts';
import type { Strictness } from '../rules/strictness.ts';
import type {
  BySide,
  Degrees,
  Estimate,
  Metres,
  Seconds,
  Share,
  Side,
  WorkingSide,
} from '../../instrument/geometry/units.ts';

/**
 * The record of one set: what `analyze --json` writes, what storage keeps and what is exported. Versioned; seconds, degrees,
 * metres; anything unknown is `null`, never 0. Signs and axes are those of `tests/clips/README.md`.
 */
export interface SetRecord {
  readonly version: 1;
  readonly id: string;
  /** ISO 8601, or null for a clip without a date. */
  readonly startedAt: string | null;
  readonly drill: string;
  readonly variant: string | null;
  readonly side: WorkingSide;
  readonly goal: string;
  readonly placement: string;
  /** Angles of the hip and pelvis are changes from neutral; knee flexion is absolute. */
  readonly zero: Readonly<Record<string, 'neutral' | 'absolute'>>;
  readonly source: RecordSource;
  readonly engine: RecordEngine;
  /** The first neutral of the set. */
  readonly neutral: RecordReferencePose | null;
  /** Every neutral in order of time, the first one among them: a later one is that of the other side, or a renewed one. */
  readonly neutrals: readonly ReferencePoseRecord[];
  readonly phases: readonly PhaseRecord[];
  readonly frames: readonly FrameRecord[];
  readonly flags: readonly FlagRecord[];
  readonly reps: readonly RepRecord[];
  readonly summary: SetSummary;
  /** The angle that the drill works on. Absent: hip internal rotation. */
  readonly range?: RangeChannel | undefined;
  /** How the set ended; `stopped` names the person's reason. */
  readonly ended: EndReason;
  /** The numbers it was done by. Absent: not kept, so those of the goal are the best guess. */
  readonly preset?: Preset | undefined;
  /** The thresholds that its flags were raised by. Absent: standard. */
  readonly strictness?: Strictness | undefined;
  /** What the person answered afterwards. Absent: was not asked, or not answered. */
  readonly after?: AfterSet | undefined;
  /** Language of the words kept as they were said (cues, why a repetition did not count), such as "de". Absent: English. */
  readonly language?: string | undefined;
  /** What the person wrote about it. Absent: nothing. */
  readonly note?: SetNote | undefined;
}

export interface SetNote {
  /** Plain text; empty: taken back. */
  readonly text: string;
  /** When it was last changed, ISO 8601: of two the newer one counts. */
  readonly at: string;
}

/** How the set felt, 0…10 each; null: not answered. */
export interface AfterSet {
  readonly effort: number | null;
  readonly pain: number | null;
}

export type EndReason = 'finished' | 'stopped' | 'pinch' | 'pain' | 'numb' | 'source-ended' | 'interrupted' | 'running';

export interface RecordSource {
  /** `none`: a timer without a camera, which measures nothing. */
  readonly kind: 'clip' | 'camera' | 'demo' | 'file' | 'none';
  readonly fps: number | null;
  /** How many were measured. */
  readonly frames: number;
  /** One of so many frames of a clip was measured. Absent: every one. */
  readonly every?: number | undefined;
  /** For so long the end of a clip's start hold was shown again until the neutral was set. Absent: it was set in time. */
  readonly shownAgain?: Seconds | undefined;
  readonly width: number;
  readonly height: number;
}

export interface RecordEngine {
  readonly model: string;
  readonly backend: string;
  readonly why: string;
  readonly version: string;
}

export interface RecordReferencePose {
  readonly at: Seconds;
  readonly view: 'good' | 'fair' | 'poor';
  readonly azimuth: Degrees;
  readonly lookingDown: Degrees;
  readonly distance: Metres;
  readonly lensHeight: Metres;
}

export interface ReferencePoseRecord extends RecordReferencePose {
  /** The side it was held for. */
  readonly side: WorkingSide;
  /** It was not the start but a place in the movement: nothing counts until the next neutral. Absent: false. */
  readonly refuted?: boolean | undefined;
  /** What was learnt of each channel's noise while still, which sets the alarms. Absent: not kept. */
  readonly noise?: ReferencePoseQuality['noise'] | undefined;
  /** Versions of the networks that watched pelvis and legs from here on. Absent: none did, or it was not kept. */
  readonly pelvisModel?: string | undefined;
}

export interface PhaseRecord {
  readonly kind: PhaseKind;
  readonly round: number;
  readonly side: WorkingSide;
  readonly start: Seconds;
  readonly end: Seconds;
}

export interface FrameRecord {
  readonly t: Seconds;
  readonly phase: PhaseKind | null;
  readonly valid: boolean;
  readonly reasons: readonly string[];
  readonly hipInternalRotation: BySide<Estimate<Degrees> | null>;
  /**
   * What the pelvis was measured to add to it in the room (`LegAngles.lent`); where a bend is read against the trunk, what the
   * back added to that and is taken off it. Absent: nothing, or nobody measured it.
   */
  readonly lent?: BySide<Degrees | null> | undefined;
  readonly hipFlexion: BySide<Estimate<Degrees> | null>;
  readonly hipAbduction: BySide<Estimate<Degrees> | null>;
  readonly kneeFlexion: BySide<Estimate<Degrees> | null>;
  readonly pelvis: {
    readonly twist: Estimate<Degrees> | null;
    readonly obliquity: Estimate<Degrees> | null;
    readonly tilt: Estimate<Degrees> | null;
    readonly lift: Estimate<Metres> | null;
  };
  readonly trunkLean: Estimate<Degrees> | null;
  readonly kneeChase: Estimate<Degrees> | null;
  readonly lumbarExtension: Estimate<Degrees> | null;
  /** Absent: the drill asks for none of it, or nobody was fitted. */
  readonly form?: FormReading | undefined;
  /**
   * The fitted body as the picture showed it: x and y of the eight `FITTED_JOINTS` in turn, both in thousandths of the picture's
   * width. Absent: nobody was fitted, or the set was kept before there was a replay.
   */
  readonly figure?: readonly number[] | undefined;
}

export interface FlagRecord {
  readonly rule: RuleId;
  readonly start: Seconds;
  readonly end: Seconds;
  /** Largest size while it lasted, in the channel's unit. */
  readonly peak: number;
  readonly severity: 'amber' | 'red';
  readonly spoken: boolean;
  readonly cue: string;
  readonly phase: PhaseKind | null;
  /** When the movement began, looking back: never later than `start`. What is clean ends here. */
  readonly onset: Seconds;
}

export interface RepRecord {
  readonly start: Seconds;
  readonly turn: Seconds;
  readonly end: Seconds;
  readonly amplitude: Degrees;
  readonly holdInternal: Seconds;
  readonly holdExternal: Seconds;
  readonly good: boolean;
  /** Why it does not count, in plain words. */
  readonly why: string | null;
  /** Which direction of a sequence it was (`MovementStep.id`); `amplitude` is then that direction's own. Absent: no sequence. */
  readonly step?: string | undefined;
}

export interface RangeSummary {
  readonly side: Side;
  readonly round: number;
  /** The angle it is a range of. Absent: hip internal rotation. */
  readonly of?: RangeChannel | undefined;
  /** Largest angle while nothing compensated and the reading was valid. */
  readonly clean: Degrees | null;
  /** gross − clean. */
  readonly borrowed: Degrees | null;
  /** True: the pelvis is known only as an event, so `borrowed` is a lower bound. */
  readonly borrowedAtLeast: boolean;
  readonly gross: Degrees | null;
  readonly sd: Degrees | null;
  /** Largest clean range before the pelvis first moved in this round; null when it never moved or nothing was clean before. */
  readonly endRange: Degrees | null;
  /** Share of the armed time with a valid reading. */
  readonly coverage: Share;
  /** Share of the armed time in which the pelvis could be watched. */
  readonly pelvisWatched: Share;
}

export interface PhaseSummary extends RangeSummary {
  readonly kind: PhaseKind;
  readonly start: Seconds;
  readonly end: Seconds;
}

export interface SetSummary {
  /** One row a side and round. */
  readonly sets: readonly RangeSummary[];
  /** One row a phase. */
  readonly phases: readonly PhaseSummary[];
  readonly repsGood: number;
  readonly repsAll: number;
  /** Rules that could not be watched from this view, with the reason. */
  readonly muted: readonly { readonly rule: RuleId; readonly reason: string }[];
}
