import type { MeasurementPlan } from '../instrument/input/measurement-plan.ts';
import type { Channel } from '../instrument/output/reading.ts';
import type { Degrees, Metres, Seconds, Share } from '../instrument/geometry/units.ts';

export type Goal = 'prep' | 'build' | 'strength';
/** `ready`, `neutral` and `turn` are the app's own; the others are a drill's phases. */
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

/** What is shown large, kept as the best and counted: more is further into the drill. A side check's arch has no best. */
export type RangeChannel = Extract<Channel, 'hip-internal-rotation' | 'hip-flexion' | 'back-arch'>;

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
  | 'grip';

/** A sentence at its time of a phase. */
export interface PhaseCall {
  readonly at: Share;
  readonly text: string;
}

/** One phase of a round, as a drill declares it. Times and effort come from the preset of the day. */
export interface PhaseTemplate {
  readonly kind: PhaseKind;
  /** What the person reads and hears as the phase begins: short, an external focus, no anatomy lesson. */
  readonly title: string;
  readonly instruction: string;
  /** Repetitions for a time, the preset's `passive`, instead of up to a number. Absent: counted. */
  readonly timed?: true;
  /** Said on the way, at a share of the phase's time. */
  readonly calls?: readonly PhaseCall[];
}

/** Everything the goal of the day sets. Every number can be edited within `PRESET_LIMITS`. */
export interface Preset {
  readonly passive: Seconds;
  readonly pailsRamp: Seconds;
  readonly pailsHold: Seconds;
  readonly rails: Seconds;
  readonly sink: Seconds;
  readonly rest: Seconds;
  readonly rounds: number;
  /** Repetitions a round, for drills that count. */
  readonly reps: number;
  /** Share of the most the person could push, 0…0.8. A camera cannot see it: it is paced. */
  readonly effort: readonly [Share, Share];
}

/** A compensation: a channel with an alarm on it. */
export interface RuleDefinition {
  readonly id: RuleId;
  readonly channel: Channel;
  /**
   * Where the value counts from: the drill's neutral (default), the start of the phase, or that of the push it is in. A push
   * outwards (PAILs) begins with its phase, since nothing may move while it builds; a pull deeper (RAILs) with its hold.
   */
  readonly reference?: 'neutral' | 'phase-start' | 'push-start';
  /** The reference is the channel low-passed at this (Hz), where one moment of it could be any. Absent: that moment. */
  readonly referenceCutoff?: number;
  /** Which direction counts: the size either way, or only positive/negative values (of LEFT-side work; mirrored for right). */
  readonly direction: 'either' | 'positive' | 'negative';
  /** Smallest value that may raise a flag, in the channel's unit. The person's own noise and `falseMotion` can only raise it. */
  readonly enter: number;
  /** Value from which a flag is red. */
  readonly red: number;
  /** The channel's known false motion in this drill and view. */
  readonly falseMotion: number;
  /** Times its own standard deviation of the moment that a deviation must reach before it opens a flag; absent: not asked. */
  readonly certainty?: number;
  /** For so long a deviation must have been above its threshold. Absent: `DWELL`. */
  readonly dwell?: Seconds;
  /** What lasts needs less certainty: a flag opens too when so much of it has held for so long. Absent: nothing is waited for. */
  readonly lasting?: { readonly certainty: number; readonly dwell: Seconds };
  /** Phases in which the rule is armed, with a factor on the threshold (1 = as is, below 1 = tighter). */
  readonly armed: Partial<Record<PhaseKind, number>>;
  /** `false`: that it happened is known from here, how far is not, and no size is shown of a flag. Absent: it is told. */
  readonly sizeTold?: false;
  /** One cue, external focus. */
  readonly cue: string;
  /** One plain sentence: what was seen and why it matters. */
  readonly explanation: string;
}

/** Said of a repetition that does not count, one short sentence each. */
export interface RepWords {
  readonly flagged: string;
  readonly small: string;
  readonly shortExternal: string;
  readonly shortInternal: string;
}

/** One direction of a sequence of movements: said as its turn comes, counted as it goes out and comes back. */
export interface MovementStep {
  readonly id: string;
  readonly title: string;
  /** What is said: a few words, since the movement follows at once. */
  readonly call: string;
  readonly channel: Extract<Channel, 'hip-flexion' | 'hip-abduction' | 'hip-internal-rotation'>;
  readonly towards: 'more' | 'less';
  readonly minimumAmplitude: Degrees;
  /** Read only while the hip is bent by so much: a shin also swings while the thigh comes up. Absent: always. */
  readonly whileBent?: Degrees;
  /** After this long the next one comes, seen or not. */
  readonly longest: Seconds;
}

/** How repetitions are counted for a drill that has them. */
export interface RepDefinition {
  /** Both ends of a good repetition, in degrees of change of hip internal rotation (positive = internal). */
  readonly towards: 'internal' | 'external';
  /** Smallest swing that counts. */
  readonly minimumAmplitude: Degrees;
  /** 0: this end is not held. */
  readonly holdInternal: Seconds;
  readonly holdExternal: Seconds;
  /** Share of the swing that may be left when the next repetition begins: quick pulses never rest. Absent: a quarter. */
  readonly returnShare?: Share;
  /** Repetitions a minute that a metronome ticks; absent: everyone's own pace. */
  readonly perMinute?: number;
  /** Every how manieth good repetition is counted aloud; absent: every one. */
  readonly countedEvery?: number;
  /**
   * Instead of the same swing again and again, one direction after the other; `Preset.reps` counts the times through. Each has
   * its own channel and amplitude, and nothing is held.
   */
  readonly sequence?: readonly MovementStep[];
  /** Why one does not count, in the drill's own words; absent: those of a foot that swings in and out. */
  readonly words?: RepWords;
}

/** Where the laptop stands, in words and numbers. */
export interface PlacementAdvice {
  readonly id: string;
  readonly title: string;
  readonly where: string;
  readonly lens: string;
  readonly tilt: string;
  readonly avoid: string;
  /** Channels that cannot be seen from here, as one plain sentence, or null. */
  readonly blind: string | null;
}

/** The words of one demonstration loop. */
export interface DemonstrationText {
  /** One coaching sentence, to be read after "Right:" or "The usual cheat:". */
  readonly caption: string;
  /** The movement in a sentence or two, for those who do not see it. */
  readonly description: string;
}

/** One of several ways to do a drill, with a place and a measurement of its own: a whole definition, offered as one drill. */
export interface DrillVariant {
  /** The drill that all its variants share; the definition's own id is `<of>-<id>`. The catalogue's first is the usual one. */
  readonly of: string;
  readonly id: string;
  /** As it stands in a choice: "Feet on the wall". */
  readonly name: string;
}

export interface DrillDefinition {
  readonly id: string;
  readonly title: string;
  /** Absent: there is only one way to do it. */
  readonly variant?: DrillVariant;
  /**
   * The drill whose back this looks at, from a place that shows it: a short set that is offered on that drill's page, and no
   * exercise of its own. Absent: a drill.
   */
  readonly sideCheckOf?: string;
  /**
   * `none`: a timer with words. No camera and no model is opened and nothing is measured; `measure` is only drawn from, and
   * `placement` says where the laptop is heard. Absent: the drill is watched.
   */
  readonly camera?: 'none';
  /** `false`: a raised arm does not pause it, since the hands carry the body. Absent: it does. */
  readonly armSignal?: false;
  /** True: both legs work at once, and there is no side to choose. Absent: one leg after the other. */
  readonly bilateral?: true;
  readonly seed: string;
  readonly summary: string;
  readonly steps: readonly string[];
  readonly caution: string;
  /** What the loops of the movement show: done right, and cheated in the way most people do. */
  readonly demonstration: { readonly right: DemonstrationText; readonly cheat: DemonstrationText };
  readonly placement: PlacementAdvice;
  /** What the instrument has to know of the drill. */
  readonly measure: Omit<MeasurementPlan, 'drill' | 'side' | 'subjectHeight' | 'countsPeople'> & {
    /** Absent: hip internal rotation. */
    readonly range?: RangeChannel;
  };
  readonly phases: readonly PhaseTemplate[];
  readonly presets: Readonly<Record<Goal, Preset>>;
  readonly reps: RepDefinition | null;
  readonly rules: readonly RuleDefinition[];
  /**
   * What the drill asks of the pose model. `frameRate`: frames a second it needs (quick swings 12, slow holds 5). `model`: the
   * size that pays in this view, used as it is for recorded clips; live, the largest that holds the rate is taken.
   */
  readonly instrument: { readonly frameRate: number; readonly model: 'full' | 'heavy' };
  /** True: a new side needs the laptop or the person turned round. */
  readonly turnsForOtherSide: boolean;
  /** Mean range of both hips above which a person may not need this drill. Absent: everyone may. */
  readonly largeRange?: Degrees;
  /** A planted foot that slides more than this makes the reading invalid. Null: no planted foot. */
  readonly footSlideLimit: Metres | null;
}
