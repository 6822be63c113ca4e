import type { CheckWords, SetPlan } from '../../coach/coach-contract.ts';
import type { Preset } from '../../coach/drill-definition.ts';
import type { RecordEngine, RecordReferencePose, RecordSource } from '../../coach/record/set-record.ts';
import type { Degrees, Seconds, Side } from '../../instrument/geometry/units.ts';

/**
 * What the typed angles were read from. `inclinometer`: a phone flat on the shin, its angle to the vertical. `compass`, in older
 * checks only: a phone along the shin, its turn about the vertical. `goniometer`: the turn of the shin about the thigh. `paired-phone`: a phone
 * anywhere on the shin, connected to the app, which reads it (`instrument/phone/shin-watch.ts`).
 */
export type OwnInstrument = 'inclinometer' | 'compass' | 'goniometer' | 'paired-phone';

export const POSITIONS = 5;

/** How an angle was read from the paired phone. */
export interface PhoneRead {
  /** Standard deviation that it stated. */
  readonly sd: Degrees;
  /** True: the thigh did not lie level, or swung aside, so the phone may show too little. Absent: it was level. */
  readonly askew?: true | undefined;
}

/** One held position. Degrees, changes since the reference pose, inwards positive; null: not known. */
export interface HeldPosition {
  /** The typed angle of the person's instrument. Null: not typed yet. */
  readonly typed: Degrees | null;
  /** The paired phone gave `typed`. Absent: the person typed it. */
  readonly phone?: PhoneRead | undefined;
  /** The app's hip internal rotation: mean over the hold. */
  readonly hip: Degrees;
  /** What the pelvis added to it in the room. Null: not measured. */
  readonly pelvis: Degrees | null;
  /** What the instrument should show according to the app's fitted body. Null: not computable in this position. */
  readonly expected: Degrees | null;
  /** Standard deviation of the app's reading within the hold. */
  readonly sd: Degrees;
  /** Mean of the standard deviations that the app stated for the hip; its 90 % band is ± 1.645 of it. */
  readonly statedSd: Degrees;
  /** Length of the hold, and number of readings in it. */
  readonly seconds: Seconds;
  readonly readings: number;
}

/** Where the lens stood, from the reference pose. */
export type SelfCheckView = Omit<RecordReferencePose, 'at'>;

/** A check of the app against the person's own instrument, as it is stored. Its keys never change. */
export interface SelfCheckRecord {
  readonly version: 1;
  readonly id: string;
  /** Start, ISO 8601. */
  readonly at: string;
  readonly appVersion: string;
  /** Id of the drill definition. */
  readonly drill: string;
  /** The leg with the instrument. */
  readonly side: Side;
  readonly instrument: OwnInstrument;
  readonly source: Extract<RecordSource['kind'], 'camera' | 'file' | 'demo'>;
  /** Null: not known. */
  readonly view: SelfCheckView | null;
  readonly engine: Pick<RecordEngine, 'model' | 'backend' | 'version'>;
  /** Version of the networks that measured pelvis and legs. Null: none did. */
  readonly pelvisModel: string | null;
  /** In the order in which they were held; at most `POSITIONS`. */
  readonly positions: readonly HeldPosition[];
}

/** The app's turn of the whole leg in the room: the hip's rotation and what the pelvis added. */
export const legInTotal = ({ hip, pelvis }: Pick<HeldPosition, 'hip' | 'pelvis'>): Degrees => hip + (pelvis ?? 0);

/** So many repetitions of about 20 s make the phase last for hours, so that only the last held position ends it. */
const NEVER_DONE = 500;

const OPEN_END: Pick<Preset, 'rounds' | 'reps' | 'rest'> = { rounds: 1, reps: NEVER_DONE, rest: 0 };

/**
 * A set that only measures: placing and reference pose as in every set, then one phase without an end. Nothing is
 * judged, counted or cued, and a raised arm asks for a measurement instead of pausing.
 */
export function asSelfCheck(plan: SetPlan, check: CheckWords): SetPlan {
  // Nothing is tried in a check, not even of a hip test.
  const { hipTest: _test, ...drill } = plan.drill;
  const { title, instruction } = check;
  return {
    ...plan,
    check,
    sides: plan.sides.slice(0, 1),
    drill: { ...drill, armSignal: 'none', rules: [], reps: null, phases: [{ kind: 'reps', title, instruction }] },
    preset: { ...plan.preset, ...OPEN_END },
    words: { ...plan.words, endings: { ...plan.words.endings, stopped: check.over } },
  };
}
