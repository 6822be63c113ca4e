import type { MeasurementPlan } from '../instrument/input/measurement-plan.ts';
import type { Channel } from '../instrument/output/reading.ts';
import type { Degrees, Metres, Seconds, Share, Side } from '../instrument/geometry/units.ts';

export type Rotation = 'internal' | 'external';

/** `passive`: the leg falls or is drawn by hand. `active`: by the hip's own muscles. */
export type Effort = 'passive' | 'active';

/** The standard positions of clinicians: hip and knee bent by 90° each on the back or on a chair; hip straight, knee at 90° prone. */
export type TestPosition = 'supine' | 'seated' | 'prone';

/** One of the tries of a test: direction, effort and number. Stored in the phases of a record, so it never changes its form. */
export type TestStep = `${Rotation}-${Effort}-${number}`;

export type Goal = 'prep' | 'build' | 'strength';

/** From the easiest. */
export const GOALS: readonly Goal[] = ['prep', 'build', 'strength'];

/** `ready`, `neutral` (holding the reference pose) and `turn` (change of sides) are the app's; the others a drill's. */
export type PhaseKind =
  | 'ready'
  | 'neutral'
  | 'turn'
  | 'passive'
  | 'pails'
  | 'rails'
  | 'sink'
  | 'hold'
  | 'reps'
  | 'rest'
  | 'guided';

/** Phases in which nobody works. */
const IDLE: ReadonlySet<PhaseKind> = new Set(['ready', 'neutral', 'turn', 'rest']);

export const isWorking = (kind: PhaseKind): boolean => !IDLE.has(kind);

const STRETCHES: ReadonlySet<PhaseKind> = new Set(['passive', 'pails', 'rails', 'sink', 'hold']);

export const isStretch = (kind: PhaseKind): boolean => STRETCHES.has(kind);

/**
 * The angle that a drill works on: shown large, counted and kept as the best. Larger is further into the drill. A side
 * check has `back-arch`, and no best.
 */
export type RangeChannel = NonNullable<MeasurementPlan['range']>;

/** What a movement asks of the body. What a person answers closes demands, and whatever has one of them is left out (`safety/allowed.ts`). */
export type Demand =
  /** The hip turns in to its end: by weight or a hand, against load, or by its own strength alone. */
  | 'end-passive'
  | 'end-loaded'
  | 'end-active'
  /** The hip turns in while it is bent to a right angle, or the leg crosses the middle: where a replaced hip slips out. */
  | 'bent-in'
  /** The trunk folds forward over the thigh. */
  | 'folds'
  /** The trunk turns over legs that stay, in the 90/90 seat. */
  | 'twists'
  /** The 90/90 seat: one half of the pelvis carries more than the other. */
  | 'uneven-seat'
  | 'one-leg'
  | 'kneels'
  | 'lies-flat'
  /** A strap pulls at the shin, with the whole shin as its lever. */
  | 'pulls-shin'
  /** A push or pull whose effort the goal sets. */
  | 'hard-push';

export type RuleId =
  | 'pelvis-twist'
  | 'pelvis-list'
  | 'pelvis-lift'
  | 'back-arch'
  | 'knee-chase'
  | 'trunk-lean'
  | 'isometric-drift'
  | 'back-round'
  | 'chest-drop'
  | 'trunk-turn'
  | 'knee-bend'
  | 'knee-lock'
  | 'toes-drop'
  | 'foot-moved'
  | 'shins-drop'
  | 'too-fast'
  | 'grip'
  | 'hips-shift'
  | 'other-knee-shift'
  /** The hip turns in past a limit that a prescription sets; in no drill of its own (`src/training/safety`). */
  | 'past-limit';

/** Faults that a phone on the pelvis shows (`rules/phone-rules.ts`). */
export type PhoneRuleId = Extract<RuleId, 'pelvis-twist' | 'pelvis-list' | 'back-arch'>;

export interface PhaseCall {
  readonly at: Share;
  readonly text: string;
  /** What to do from then on, on the screen. Absent: as before. */
  readonly word?: string;
  /** True: left out while something else is being said. Absent: said all the same. */
  readonly soft?: true;
}

/** One phase of a round. Its times and effort come from the preset. */
export interface PhaseTemplate {
  readonly kind: PhaseKind;
  /** Shown and spoken when the phase begins. Short, about an effect on the outside rather than about anatomy. */
  readonly title: string;
  /** The method's own word for the phase, the same in every language; it is explained where it is shown. Absent: it has none. */
  readonly method?: 'PAILs' | 'RAILs';
  /** What to do now, in at most five words: the largest text of the screen. Absent: the title says it. */
  readonly word?: string;
  readonly instruction: string;
  /** The instruction without a camera, where the usual one speaks of a tone that only the camera gives. Absent: the usual one. */
  readonly unseen?: string;
  /** The instruction where a limit in degrees is set, and the usual one asks for more. Absent: the usual one. */
  readonly bounded?: string;
  /** In a hip test: what is tried in this phase. Absent: nothing is tested. */
  readonly step?: TestStep;
  /** True: repetitions for the time `Preset.passive`. Absent: up to a number. */
  readonly timed?: true;
  readonly calls?: readonly PhaseCall[];
  /** What to do after coming out of the stretch in the middle of the phase. Absent: general words. */
  readonly again?: string;
  /**
   * Where it should be felt. Spoken once in the first round of a side, during the work. Absent: not said.
   */
  readonly feel?: string;
  /** The key point of the method in this phase, if `instruction` leaves it out. Spoken the first time that the drill is done. Absent: nothing more. */
  readonly lesson?: string;
  /** What it demands beside the drill. Absent: nothing. */
  readonly demands?: readonly Demand[];
  /** What is done where a demand of the phase is closed. Absent: the phase is left out. */
  readonly instead?: Pick<PhaseTemplate, 'kind' | 'word' | 'instruction'>;
}

/** Who says how long and how often: the method (`method`), the method for the stretch only (`stretch`), or this app (`ours`). */
export type DoseSource = 'method' | 'stretch' | 'ours';

/** The numbers that a goal sets. The person can edit each within `PRESET_LIMITS`. */
export interface Preset {
  readonly passive: Seconds;
  readonly pailsRamp: Seconds;
  readonly pailsHold: Seconds;
  readonly rails: Seconds;
  readonly sink: Seconds;
  readonly rest: Seconds;
  readonly rounds: number;
  /** Repetitions a round, for drills that count them. */
  readonly reps: number;
  /** Effort of a push, share of the person's maximum, lower and upper value, 0 to 0.8: paced, not measured. */
  readonly effort: readonly [Share, Share];
}

/** A compensation that a drill watches: a channel with an alarm. */
export interface RuleDefinition {
  readonly id: RuleId;
  readonly channel: Channel;
  /**
   * What the value is counted from: the reference pose (default), the start of the phase, or the start of the push. A
   * push against a support (PAILs) starts with its phase, because nothing may move while it builds up; a pull into the
   * range (RAILs) starts with its hold.
   */
  readonly reference?: 'neutral' | 'phase-start' | 'push-start';
  /** Cutoff in Hz: the reference is the channel low-passed at it. Absent: a single value. */
  readonly referenceCutoff?: number;
  /**
   * Which direction is a compensation. The sign is that of work on the LEFT side; it is mirrored for the right side.
   */
  readonly direction: 'either' | 'positive' | 'negative';
  /** The smallest deviation that opens a flag, in the channel's unit. Noise and `falseMotion` can only raise it. */
  readonly enter: number;
  /** The smallest deviation that makes a flag red. */
  readonly red: number;
  /** `amber`: allowed, only the reading suffers, so a flag never turns red. Absent: red from `red` on. */
  readonly severity?: 'amber';
  /** The known false motion of the channel in this drill and view. */
  readonly falseMotion: number;
  /**
   * A limit that somebody has set for this hip: it holds as it stands, whatever strictness and noise say, and its flag is red at
   * once. Absent: a compensation, of whichever hip works.
   */
  readonly limitOf?: Side;
  /**
   * A deviation must also exceed this many standard deviations of the moment to open a flag. Absent: no such condition.
   */
  readonly certainty?: number;
  /** How long a deviation must be above the threshold. Absent: `DWELL`. */
  readonly dwell?: Seconds;
  /**
   * A second channel that also rises when the fault occurs. A flag opens only while it is at least `rise`, in its own unit, above
   * what it was when the reference was taken. Only for rules that count from the start of a phase or push. Absent: no such condition.
   */
  readonly companion?: { readonly channel: Channel; readonly rise: number };
  /** A deviation with less certainty opens a flag too if it lasts this long. Absent: no such condition. */
  readonly lasting?: { readonly certainty: number; readonly dwell: Seconds };
  /**
   * The phases in which the rule applies and its words may be heard, each with a factor on the threshold (1: unchanged, below 1:
   * stricter). In every other phase the rule is silent, so no word of a push is heard in a pull.
   */
  readonly phaseFactors: Partial<Record<PhaseKind, number>>;
  /** True: a phone on the pelvis measures it. Absent: the camera does. */
  readonly byPhone?: true;
  /** `false`: the size is not known well enough in this view to be shown. Absent: the size of a flag is shown. */
  readonly sizeTold?: false;
  /** The cue. It names an effect on the outside rather than anatomy. */
  readonly cue: string;
  /** What to change when the cue has not helped. Absent: the coach's general words (`speech-stage.ts`). */
  readonly change?: string;
  /** One sentence: what was seen and why it matters. */
  readonly explanation: string;
}

/**
 * A fault that the drill's camera place never shows. No rule watches it; the app lists it as not watched. A comment beside each says why it
 * cannot be seen.
 */
export interface BlindSpot {
  readonly id: RuleId;
  /** The rule before which the app lists it. Absent: after all rules. */
  readonly before?: RuleId;
}

/** Why a repetition does not count, one short sentence each. */
export interface RepWords {
  /** Pelvis or trunk helped along. */
  readonly flagged: string;
  /** Too fast. Absent: a fast repetition counts. */
  readonly thrown?: string;
  /** The thighs were squeezed together. Absent: such a repetition counts. */
  readonly gripped?: string;
  /** Past the limit of a prescription. Absent: no limit is set. */
  readonly pastLimit?: string;
  readonly small: string;
  /** The fold that has to come first was missing (`RepDefinition.fold`). */
  readonly unfolded?: string;
  readonly shortExternal: string;
  readonly shortInternal: string;
}

export interface RepGuide {
  readonly begin: string;
  /** When its first end, and its second end, has been held long enough. Absent: nothing is held there. */
  readonly first?: string;
  readonly second?: string;
}

/** What to do in each part of a repetition, in at most five words: shown as it comes, and said if nothing else is. */
export interface RepParts {
  /** On the way to the first end. Absent: nothing is done there. */
  readonly first?: string;
  readonly second: string;
  /** At an end. Absent: the coach's general word. */
  readonly hold?: string;
  readonly back: string;
}

/** One direction of a movement sequence. It is announced, and counted when the movement has gone out and come back. */
export interface MovementStep {
  readonly id: string;
  readonly title: string;
  /** The announcement. A few words, because the movement follows at once. */
  readonly call: string;
  readonly channel: Extract<Channel, 'hip-flexion' | 'hip-abduction' | 'hip-internal-rotation'>;
  readonly towards: 'more' | 'less';
  readonly minimumAmplitude: Degrees;
  /** Counts only while the hip is flexed by this much: a shin also swings as the thigh comes up. Absent: always. */
  readonly whileBent?: Degrees;
  /** What it demands beside the drill. Absent: nothing. */
  readonly demands?: readonly Demand[];
  /** After this time the next step begins, even if no movement was seen. */
  readonly longest: Seconds;
}

export interface RepDefinition {
  /** The direction of the last end of a repetition, as a change of hip internal rotation (positive: internal). */
  readonly towards: 'internal' | 'external';
  readonly minimumAmplitude: Degrees;
  /** A swing below this is fidgeting or noise, and no repetition. Absent: half of `minimumAmplitude`. */
  readonly fidget?: Degrees;
  /**
   * A second channel that may do the movement: a leg can be lifted by rotation or by abduction. The larger of both
   * changes counts. Absent: the rotation alone.
   */
  readonly either?: Extract<Channel, 'hip-abduction'>;
  /**
   * The trunk has to be folded forward while the leg goes up. Seen from the front, it must look shorter by this share of
   * its upright length (`progress-stage.ts`). Where the trunk is not seen it is not asked for. Absent: no fold.
   */
  readonly fold?: Share;
  /** 0: this end is not held. */
  readonly holdInternal: Seconds;
  readonly holdExternal: Seconds;
  /** The next repetition begins when this share of the swing is left: quick pulses do not return fully. Absent: 1/4. */
  readonly returnShare?: Share;
  /** Repetitions a minute, 40 to 60, ticked by a metronome. Absent: at the person's own pace. */
  readonly perMinute?: number;
  /** True: a press, so a smaller repetition is a gentler one. Absent: a movement. */
  readonly pressed?: true;
  /** True: the count may be wrong, so it is told as an estimate and not praised. Absent: false. */
  readonly rough?: true;
  /** Words of the first repetitions of the first round, one after the other. Those after them are counted. Absent: all are counted. */
  readonly guide?: readonly RepGuide[];
  /** Absent: the parts follow each other too quickly, to a beat, so the title of the phase stands for all of them. */
  readonly parts?: RepParts;
  /**
   * The steps of a movement sequence, done one after the other instead of one repeated swing. `Preset.reps` counts the
   * rounds through all of them. Each step has its own channel and amplitude, and nothing is held.
   */
  readonly sequence?: readonly MovementStep[];
  /** Why a repetition does not count, in words of the drill. Absent: those for a foot that swings in and out. */
  readonly words?: RepWords;
}

export interface PlacementAdvice {
  readonly id: string;
  readonly title: string;
  readonly where: string;
  readonly lens: string;
  readonly tilt: string;
  readonly avoid: string;
  /** The channels that this view never shows, as one sentence; null: none. */
  readonly blind: string | null;
}

export type BodyPose = 'lying' | 'sitting' | 'kneeling' | 'standing';

/** Where a laptop on an ordinary table (lens 0.9 to 1.0 m high) reads the drill, or why it does not. */
export type TableFit =
  | 'too-low'
  | 'too-high'
  | {
      /** From the hips along the floor. */
      readonly from: Metres;
      readonly to: Metres;
      /** How far the screen is folded forward. */
      readonly tilt: Degrees;
      /** The drill is read with a wider error band than from its own best place. Absent: as well. */
      readonly fair?: true;
    };

/** A point of the picture: per cent of its width from the left, of its height from the top. */
export type PicturePlace = readonly [x: number, y: number];

/** Shows where to look in a loop: a ring round what must keep still or goes wrong, an arrow along what moves. */
export type LookMark =
  | { readonly ring: PicturePlace /** Radius in per cent of the width. */; readonly size: number }
  /** The path bends towards `over`; absent: it is straight. */
  | { readonly from: PicturePlace; readonly to: PicturePlace; readonly over?: PicturePlace };

export interface DemonstrationText {
  /** One coaching sentence. It follows "Right:" or "The usual cheat:". */
  readonly caption: string;
  /** The movement in one or two sentences, for people who do not see the loop. */
  readonly description: string;
}

/** One of several ways to do a drill: a whole definition with its own place; all are offered as one drill. */
export interface DrillVariant {
  /** The id that all variants share; that of the definition is `<of>-<id>`. The first in the catalogue is the default. */
  readonly of: string;
  readonly id: string;
  /** The name in a choice, such as "Feet on the wall". */
  readonly name: string;
}

export interface DrillDefinition {
  readonly id: string;
  readonly title: string;
  readonly variant?: DrillVariant;
  /**
   * The drill whose back this side check looks at: a short set filmed from the side, offered on the page of that drill.
   * Absent: this is a drill of its own.
   */
  readonly sideCheckOf?: string;
  /**
   * The hip test in this position. It is no drill of a plan and has a way in of its own. Absent: this is no test.
   */
  readonly hipTest?: TestPosition;
  /**
   * `none`: a timer with spoken instructions. It opens no camera and no model and measures nothing; `measure` is only
   * used for drawings, and `placement` says where the laptop can be heard. Absent: the drill is measured.
   */
  readonly camera?: 'none';
  /** How the back should be, for the question about it. `long`: the trunk may turn. Absent: as at the start. */
  readonly backShape?: 'flat' | 'long';
  /**
   * The hands carry the body, so one arm does nothing, and who sits back on the heels ends the set: both arms out to the sides
   * (`wide`), or straight ahead, where the lens is beside the person. `none`: arms do nothing. Absent: one arm up pauses the set, both
   * end it.
   */
  readonly armSignal?: 'wide' | 'ahead' | 'none';
  /** What it demands in every phase. A phase or a step of a sequence may add its own. */
  readonly demands: readonly Demand[];
  /** True: both legs work at once, so there is no side to choose. Absent: one leg after the other. */
  readonly bilateral?: true;
  /** What it is, and how it differs from its neighbours, in one line on its card. Absent: the summary. */
  readonly line?: string;
  readonly summary: string;
  /** What is needed, each thing named in `equipment` of the words for programmes. Absent: a mat. */
  readonly equipment?: readonly string[];
  /** Where to look in the two loops, for the LEFT side at the moment of the poster; mirrored with the picture. Absent: no loops. */
  readonly loopMarks?: Readonly<Record<'right' | 'cheat', readonly LookMark[]>>;
  readonly steps: readonly string[];
  readonly caution: string;
  /** The two demonstration loops: the right movement and the most common cheat. */
  readonly demonstration: { readonly right: DemonstrationText; readonly cheat: DemonstrationText };
  readonly placement: PlacementAdvice;
  /** Absent: the drill uses no camera. */
  readonly pose?: BodyPose;
  /** Absent: the drill uses no camera. */
  readonly table?: TableFit;
  /** What the instrument needs to know about the drill. */
  readonly measure: Omit<MeasurementPlan, 'drill' | 'side' | 'subjectHeight' | 'countsPeople'>;
  readonly phases: readonly PhaseTemplate[];
  readonly presets: Readonly<Record<Goal, Preset>>;
  /** Who says how long and how often, goal by goal: shown on the page of the drill. Absent: nothing is shown, as for a test. */
  readonly dose?: Readonly<Record<Goal, DoseSource>>;
  readonly reps: RepDefinition | null;
  readonly rules: readonly RuleDefinition[];
  /** Faults that a phone on the pelvis watches here, each with its phases (`RuleDefinition.phaseFactors`). Absent: none. */
  readonly phone?: Readonly<Partial<Record<PhoneRuleId, RuleDefinition['phaseFactors']>>>;
  /** Faults that somebody may expect to be watched, but are not. Absent: none. */
  readonly blindSpots?: readonly BlindSpot[];
  /**
   * What the drill needs from the pose model. `frameRate`: frames a second (12 for quick swings, 5 for slow holds).
   * `model`: the size that is worth its time in this view. It is used for recorded clips; live, the largest model that
   * reaches the frame rate is used.
   */
  readonly instrument: { readonly frameRate: number; readonly model: 'full' | 'heavy' };
  /** True: for the other side the person or the laptop must turn round. */
  readonly turnsForOtherSide: boolean;
  /** What to do with strap, band or box before the other side. Absent: nothing. */
  readonly otherSide?: string;
  /** Where the laptop goes then, in words of the drill. Absent: the words that all drills share. */
  readonly otherLaptop?: string;
  /** Mean range of both hips above which the person may not need this drill. Absent: no such limit. */
  readonly largeRange?: Degrees;
  /** If a planted foot slides further than this, the reading is invalid. Null: no foot is planted. */
  readonly footSlideLimit: Metres | null;
}
