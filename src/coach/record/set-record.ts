import type { PhaseKind, Preset, RangeChannel, RuleId } from '../drill-definition.ts';
import type { Strictness } from '../rules/rule-threshold.ts';
import type {
  BySide,
  Degrees,
  Estimate,
  Pixels,
  Seconds,
  Share,
  Side,
  WorkingSide,
} from '../../instrument/geometry/units.ts';
import type {
  FormReading,
  NetworkName,
  PelvisAngles,
  PostureChange,
  ReferencePoseQuality,
} from '../../instrument/output/reading.ts';

/**
 * The record of one set: written by `analyze --json`, stored and exported. The keys are stored data and never change,
 * so a few keep older words: `neutral` is the reference pose, `lent` the contribution of pelvis or back, `refuted` an
 * invalidated reference pose. Seconds, degrees, metres; unknown values are `null`, never 0. Signs and axes:
 * `tests/clips/README.md`.
 */
export interface SetRecord {
  readonly version: 1;
  readonly id: string;
  /** ISO 8601 with the offset of the place ("Z" in sets of older versions); null: a clip without a date. */
  readonly startedAt: string | null;
  readonly drill: string;
  readonly variant: string | null;
  readonly side: WorkingSide;
  readonly goal: string;
  readonly placement: string;
  /** What each angle is counted from. `neutral`: the reference pose. Only knee flexion is absolute (0: straight). */
  readonly zero: Readonly<Record<string, 'neutral' | 'absolute'>>;
  readonly source: RecordSource;
  readonly engine: RecordEngine;
  /** Version of what measured it (`INSTRUMENT_VERSION`). Absent: 1, from before versions were stored. */
  readonly instrument?: number | undefined;
  /** The first reference pose of the set; null: none was held. */
  readonly neutral: RecordReferencePose | null;
  /** Every reference pose, in order of time: one for each side, and after the laptop has moved. */
  readonly neutrals: readonly ReferencePoseRecord[];
  readonly phases: readonly PhaseRecord[];
  readonly frames: readonly FrameRecord[];
  readonly flags: readonly FlagRecord[];
  readonly reps: readonly RepRecord[];
  readonly summary: SetSummary;
  /** The angle that the drill works on. Absent: hip internal rotation. */
  readonly range?: RangeChannel | undefined;
  /** How the set ended. `pinch`, `pain` and `numb` are symptoms for which the person stopped it. */
  readonly ended: EndReason;
  /** The preset with which it was done. Absent: not stored; the preset of the goal is then the best guess. */
  readonly preset?: Preset | undefined;
  /** How strict the thresholds of its flags were. Absent: standard. */
  readonly strictness?: Strictness | undefined;
  /** What the person answered after the set. Absent: not asked or not answered. */
  readonly after?: AfterSet | undefined;
  /** Language of the recorded texts (cues, reasons why a repetition did not count), such as "de". Absent: English. */
  readonly language?: string | undefined;
  /** What the person wrote about the set. Absent: nothing. */
  readonly note?: SetNote | undefined;
  /** Networks of the drill that could not be used, for some of the set or all of it. Absent: none, or not stored. */
  readonly networksOut?: readonly NetworkName[] | undefined;
  /** When the person had left the position or the stretch. Absent: never, or not stored. */
  readonly away?: readonly AwayRecord[] | undefined;
  /** True: a phone on the pelvis watched. Absent: the camera alone. */
  readonly phone?: true | undefined;
}

/** The pelvis in one frame by two witnesses, degrees since the reference pose, signs as in `PelvisAngles`; null: not seen. */
export interface BothPelvises {
  readonly phone: Readonly<Record<'twist' | 'obliquity' | 'tilt', Degrees | null>>;
  /** As the camera alone would have it. */
  readonly camera: Readonly<Record<'twist' | 'obliquity' | 'tilt', Degrees>>;
}

/**
 * How the person has left what the phase asks for: the position, or only the stretch. `unclear`: the picture does not fit
 * the body and does not show why, so only words can help.
 */
export type AwayKind = PostureChange | 'out-of-stretch' | 'unclear';

/** A time in which the person was not where the phase wanted them. */
export interface AwayRecord {
  readonly kind: AwayKind;
  readonly start: Seconds;
  readonly end: Seconds;
  readonly phase: PhaseKind;
}

export interface SetNote {
  /** Plain text. Empty: the note was deleted. */
  readonly text: string;
  /** Last change, ISO 8601. When two devices differ, the newer note wins. */
  readonly at: string;
}

/** How the lower back was, by the person's own word, where no camera place shows it. */
export type BackAnswer = 'still' | 'moved' | 'unsure';

/** How a hip was on the morning after: as before, a little worse, clearly worse. */
export type MorningAnswer = 'same' | 'more' | 'much';
export const MORNING_ANSWERS: readonly MorningAnswer[] = ['same', 'more', 'much'];

/** The numbers of a preset that load a hip. */
export type SetLoad = Pick<Preset, 'passive' | 'pailsHold' | 'rails' | 'reps' | 'rounds'>;

/** How the set felt, 0 to 10 each; null: not answered. */
export interface AfterSet {
  readonly effort: number | null;
  readonly pain: number | null;
  /** Absent: not asked or not answered. */
  readonly back?: BackAnswer | undefined;
  /** The hip of the symptom or of the pain. Absent: not asked or not answered. */
  readonly side?: WorkingSide | undefined;
  /** The next morning. Absent: not asked or not answered. */
  readonly morning?: MorningAnswer | undefined;
}

export type EndReason = 'finished' | 'stopped' | 'pinch' | 'pain' | 'numb' | 'source-ended' | 'interrupted' | 'running';

/** Whether the person did the set: not the demo, nor a video that was analysed. */
export const isPerformed = (kind: RecordSource['kind']): boolean => kind !== 'demo' && kind !== 'clip';

export interface RecordSource {
  /** `none`: a timer without a camera. It measures nothing. */
  readonly kind: 'clip' | 'camera' | 'demo' | 'file' | 'none';
  readonly fps: number | null;
  readonly frames: number;
  /** Every n-th frame of a clip was measured. Absent: every frame. */
  readonly every?: number | undefined;
  /** The end of a clip's start hold was repeated for this time until the reference pose was set. Absent: not needed. */
  readonly shownAgain?: Seconds | undefined;
  readonly width: Pixels;
  readonly height: Pixels;
}

export interface RecordEngine {
  readonly model: string;
  readonly backend: string;
  readonly why: string;
  readonly version: string;
}

export interface RecordReferencePose
  extends Pick<ReferencePoseQuality, 'view' | 'azimuth' | 'lookingDown' | 'distance' | 'lensHeight'> {
  readonly at: Seconds;
}

export interface ReferencePoseRecord extends RecordReferencePose {
  readonly side: WorkingSide;
  /** True: the pose was not the start position, so nothing counts until the next reference pose. Absent: false. */
  readonly refuted?: boolean | undefined;
  /** Standard deviation of each channel during the hold; it limits the alarm thresholds. Absent: not stored. */
  readonly noise?: ReferencePoseQuality['noise'] | undefined;
  /** Versions of the networks that measured pelvis and legs from here on. Absent: none did, or it was not stored. */
  readonly pelvisModel?: string | undefined;
}

/** A turn of the leg from its start, ≥ 0, in the direction that was asked for: the hip's and what the pelvis added. */
export interface LegByPhone extends Estimate<Degrees> {
  /** True: the thigh did not lie level, or swung aside, so it may be too small. Absent: it was level. */
  readonly askew?: true | undefined;
}

export interface PhaseRecord {
  readonly kind: PhaseKind;
  readonly round: number;
  readonly side: WorkingSide;
  readonly start: Seconds;
  readonly end: Seconds;
  /** In a hip test: what was tried (`TestStep`). Absent: nothing was tested. */
  readonly step?: string | undefined;
  /** In a hip test with a phone on the shin: the largest turn of the leg that was held. Absent: no phone, or none was held. */
  readonly leg?: LegByPhone | undefined;
  /** Repetitions that the person counted by a key, without a camera. Absent: none. */
  readonly counted?: number | undefined;
}

export interface FrameRecord {
  readonly t: Seconds;
  readonly phase: PhaseKind | null;
  readonly valid: boolean;
  /** Why the frame is not valid, or what makes a valid one less certain. */
  readonly reasons: readonly string[];
  /**
   * Why a channel of the drill could not be read in a valid frame: channel to reason. Under `range` (`NO_NUMBER`): why the angle of
   * the drill is no number, although its value shows how the leg moved. Absent: all could be read, or the record is older.
   */
  readonly unseen?: Readonly<Partial<Record<string, string>>> | undefined;
  readonly hipInternalRotation: BySide<Estimate<Degrees> | null>;
  /**
   * What the pelvis adds to hip rotation in the room (`LegAngles.pelvisContribution`). If flexion is read against the
   * trunk: what the rounding of the back added to the flexion, and was subtracted from it. Absent: nothing, or not
   * measured.
   */
  readonly lent?: BySide<Degrees | null> | undefined;
  readonly hipFlexion: BySide<Estimate<Degrees> | null>;
  readonly hipAbduction: BySide<Estimate<Degrees> | null>;
  readonly kneeFlexion: BySide<Estimate<Degrees> | null>;
  readonly pelvis: PelvisAngles;
  readonly trunkLean: Estimate<Degrees> | null;
  /** Only in sets of older versions: how far the knee followed a turn of the pelvis. */
  readonly kneeChase: Estimate<Degrees> | null;
  readonly lumbarExtension: Estimate<Degrees> | null;
  /** Twice a second while a phone on the pelvis watches. Absent: not in this frame. */
  readonly both?: BothPelvises | undefined;
  /** Absent: the drill needs none of it, or no body was fitted. */
  readonly form?: FormReading | undefined;
  /** Only in sets of older versions: x and y of the eight `FITTED_JOINTS` in turn, in thousandths of the picture's width. */
  readonly figure?: readonly number[] | undefined;
}

/**
 * Why the cue of a flag was not spoken while the flag was open. `said-before`: it had been said often enough. `voice-busy`: something
 * else was being said; the cue may follow up to 4 s after the flag. `something-first`: the person was asked back into the position, or the
 * camera had a problem. `phase-ending`: the phase left no time for it. `being-corrected`: the deviation was already getting smaller.
 * `brief`: it was slight and had just begun.
 */
export type Unspoken = 'said-before' | 'voice-busy' | 'something-first' | 'phase-ending' | 'being-corrected' | 'brief';

export interface FlagRecord {
  readonly rule: RuleId;
  readonly start: Seconds;
  readonly end: Seconds;
  /** Largest deviation, in the unit of the channel. */
  readonly peak: number;
  readonly severity: 'amber' | 'red';
  readonly spoken: boolean;
  readonly cue: string;
  readonly phase: PhaseKind | null;
  /** When the movement began, found in retrospect; never later than `start`. The clean range ends here. */
  readonly onset: Seconds;
  /** True: seen in frames without valid numbers too, so the peak is not told as a size. Absent: false. */
  readonly rough?: true | undefined;
  /** Why a flag of a second or more was not spoken. Absent: it was, or it was shorter, or the record is older. */
  readonly unspoken?: Unspoken | undefined;
}

export interface RepRecord {
  readonly start: Seconds;
  readonly turn: Seconds;
  readonly end: Seconds;
  /** Null: the drill counts it, but does not tell its size (`untold`). */
  readonly amplitude: Degrees | null;
  readonly holdInternal: Seconds;
  readonly holdExternal: Seconds;
  readonly good: boolean;
  /** Why it does not count, in plain words; null: it counts. */
  readonly why: string | null;
  /** The step of a movement sequence (`MovementStep.id`), of whose channel `amplitude` is. Absent: no sequence. */
  readonly step?: string | undefined;
}

export interface RangeSummary {
  readonly side: Side;
  readonly round: number;
  /** The angle of the range. Absent: hip internal rotation. */
  readonly of?: RangeChannel | undefined;
  /** Largest angle in valid readings without a compensation. */
  readonly clean: Degrees | null;
  /** Largest angle that may not be the hip's own, because it came too suddenly. Absent: none beyond `clean`. */
  readonly possible?: Degrees | undefined;
  /** Gross − clean, both without the stretches that are only `possible`. */
  readonly borrowed: Degrees | null;
  /** True: the motion of the pelvis was not measured, only flagged, so `borrowed` is a lower bound. */
  readonly borrowedAtLeast: boolean;
  readonly gross: Degrees | null;
  readonly sd: Degrees | null;
  /** Largest clean range before the pelvis first moved in the round; null: it never moved, or none before. */
  readonly endRange: Degrees | null;
  /** Of the phases in which the range counts: the share that has valid readings with a useful band. */
  readonly coverage: Share;
  /** Share of the same time in which the pelvis was seen. */
  readonly pelvisWatched: Share;
  /** Share of the same time in which the person had left the position or the stretch. Absent: none, or not stored. */
  readonly away?: Share | undefined;
}

export interface PhaseSummary extends RangeSummary {
  readonly kind: PhaseKind;
  readonly start: Seconds;
  readonly end: Seconds;
}

export interface EndTime {
  readonly side: Side;
  readonly seconds: Seconds;
}

export interface SetSummary {
  readonly sets: readonly RangeSummary[];
  readonly phases: readonly PhaseSummary[];
  readonly repsGood: number;
  readonly repsAll: number;
  /** How long each hip was near its best clean range. Absent: not known, or the record is older. */
  readonly endTimes?: readonly EndTime[] | undefined;
  /** Share of the working time in which every unmuted rule was watched. Absent: older record. Null: no such time. */
  readonly watched?: Share | null | undefined;
  /** Rules that could not be watched in this view, with the reason. */
  readonly muted: readonly { readonly rule: RuleId; readonly reason: string }[];
}

/** One frame stands for at most this much time. */
export const LONGEST_FRAME: Seconds = 0.5;

/** How long each frame lasts: until the next one, the last as long as the one before it. */
export const frameLengths = (frames: readonly Pick<FrameRecord, 't'>[]): readonly Seconds[] =>
  frames.map(({ t }, index) => {
    const before = frames[index - 1]?.t ?? t;
    return Math.min(LONGEST_FRAME, (frames[index + 1]?.t ?? 2 * t - before) - t);
  });

/** Index of the first item for which `isBefore` does not hold; the items for which it holds come first. */
export function firstNot<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first frame at or after a moment. */
export const firstFrom = (frames: readonly Pick<FrameRecord, 't'>[], t: Seconds): number =>
  firstNot(frames, (frame) => frame.t < t);

export const lengthOfSet = ({ phases }: Pick<SetRecord, 'phases'>): Seconds =>
  Math.max(0, (phases.at(-1)?.end ?? 0) - (phases[0]?.start ?? 0));
