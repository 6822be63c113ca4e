import type { PhoneProblem } from '../../instrument/output/phone-reading.ts';
import type { BodyPose, PhoneRuleId, RuleDefinition } from '../drill-definition.ts';
import type { BodyPart, KneeProblem, Reason } from '../../instrument/output/reason.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import type { CutMove } from './cut-direction.ts';
import type { ViewMove } from './view-direction.ts';

/** What is wrong and what to change. Both are whole sentences, shown and spoken. */
export interface Advice {
  readonly what: string;
  readonly todo: string;
}

/** Cue and explanation of a fault that a phone shows. */
type PhoneRuleWords = Pick<RuleDefinition, 'cue' | 'explanation'>;

/** What the coach says only while a phone lies on the pelvis; loaded with the first one. */
export interface PhoneWords {
  readonly rules: Readonly<Record<BodyPose, Readonly<Partial<Record<PhoneRuleId, PhoneRuleWords>>>>>;
  /** In place of what the drill's camera place never shows. */
  readonly blind: string;
  /** Where it is laid. */
  readonly still: Readonly<Record<BodyPose, Advice>>;
  /** The guided move. */
  readonly move: Advice;
  readonly problem: Readonly<Record<PhoneProblem, Advice>>;
  readonly slid: Advice;
  readonly silent: Advice;
  /** It could not be made ready, and the set goes on without it. */
  readonly unused: Advice;
}

type LightProblem = Extract<Reason, 'lens-covered' | 'too-dark' | 'too-bright' | 'against-light' | 'dim'>;
type PersonProblem = Extract<
  Reason,
  'no-person' | 'person-too-small' | 'person-too-large' | 'implausible-body' | 'picture-frozen'
>;

/** The words of the set-up gate. `src/i18n` has them in every language. */
export interface GateWords {
  /** Name of each check in the list on the screen. */
  readonly checks: Readonly<Record<'light' | 'person' | 'laptop' | 'body' | 'posture' | 'view' | 'phone', string>>;
  /** Absent: no phone is used. */
  readonly phone?: Omit<PhoneWords, 'rules' | 'blind'>;
  readonly light: Readonly<Record<LightProblem, Advice>>;
  readonly person: Readonly<Record<PersonProblem, Advice>>;
  /** Shown before the first reading. */
  readonly looking: Advice;
  readonly laptop: Advice;
  readonly two: Advice;
  readonly several: Advice;
  /** A picture or mirror looks like a second person. */
  readonly looksLikePerson: Advice;
  /** Shown during the hold when the person moves. */
  readonly moving: Advice;
  /** Shown when the hold has failed for a long time. */
  readonly unsteady: Advice;
  /** Shown in place of the hold while too few pictures come for it. */
  readonly slow: Advice;
  readonly hold: Advice;
  readonly held: Advice;
  readonly ready: Advice;
  readonly stretched: Advice;
  /** A rounded back in a start that must be flat. */
  readonly rounded: Advice;
  readonly posture: string;
  /** Follows the start position where dark clothes may hide it. */
  readonly darkClothes: string;
  /** What is plainly different from a start on the back, or from one on a seat: the last two. The start position from the drill follows `legs` and `notLying`. */
  readonly start: {
    readonly hipsUp: Advice;
    readonly notLying: string;
    readonly legs: string;
    readonly leg: Readonly<Record<Side, Advice>>;
    readonly bentForward: Advice;
    readonly legStretched: Readonly<Record<Side, Advice>>;
    /** Of the picture, in any start. */
    readonly upsideDown: Advice;
  };
  /** The start for the other side in a drill whose start differs between the sides. */
  readonly otherSide: Advice;
  /** A working knee cannot be read in the start position. */
  readonly knee: Readonly<Record<KneeProblem, Advice>>;
  /** The start seen from the wrong side of the person. */
  readonly fromOtherSide: string;
  /** Follows where the laptop belongs: what to do if it stands there already. */
  readonly mirrored: string;
  readonly fair: string;
  readonly poor: string;
  /** A place that gives no number, and in which the person has stayed. */
  readonly withoutNumber: string;
  /** First sentence of the set-up. @param step the start position, from the drill */
  readonly intro: (step: string) => string;
  readonly better: (todo: string) => string;
  readonly missing: (parts: readonly BodyPart[]) => string;
  readonly cut: (move: CutMove) => string;
  /** @param lying true: the person lies, so the sentence says "head" and "feet" instead of "front" and "back" */
  readonly view: (move: ViewMove, lying: boolean) => string;
}
