import type { Seconds } from '../instrument/geometry/units.ts';

/** A caption of a demonstration loop, shown from this time until the next caption. */
export interface LoopMoment {
  readonly at: Seconds;
  readonly text: string;
}

type Words = readonly (readonly [at: Seconds, text: string])[];

const threePulses = (start: string, out: string, back: string) =>
  [
    [0, start],
    [1.05, out],
    [2, back],
    [2.75, out],
    [3.7, back],
    [4.45, out],
    [5.4, back],
  ] as const;

/** The usual cheat in the 90/90 stretches. */
const LEANING = [
  [0, 'Leaning, not turning'],
  [0.5, 'Barely a turn'],
  [1.9, 'Leans instead of turning'],
  [4.4, 'And comes back up'],
] as const;

/**
 * Captions of each loop, by the loop's name `<drill>-<kind>`. That of a cheat names the fault from the start. The times (s) must match the loop's recipe
 * (`lab/subjects/recipes/loops.ts`). Loops are mirrored for the right side, so no caption says left or right.
 */
const MOMENTS = {
  'supine-sleeper-right': [
    [0, 'Feet wide, knees up'],
    [0.6, 'One knee falls in'],
    [2.2, 'Push out: nothing moves'],
    [3.8, 'Pull in, without help'],
    [5.4, 'Let it sink further'],
    [6.8, 'Bring the knee up'],
  ],
  'supine-sleeper-cheat': [
    [0, 'The pelvis rolls along'],
    [1.9, 'It follows the knee'],
    [4.4, 'Back again'],
  ],
  'supine-ir-pulses-feet-lifted-right': threePulses('Block between the knees', 'Feet out', 'And back'),
  'supine-ir-pulses-feet-lifted-cheat': threePulses('The knees squeeze', 'They squeeze together', 'And let go'),
  'supine-ir-pulses-feet-flat-right': threePulses(
    'Feet wide, block at knees',
    'Press the block firmly',
    'Half as hard',
  ),
  'supine-ir-pulses-feet-flat-cheat': threePulses('The seat lifts', 'The seat comes up', 'And sinks'),
  'knee-to-knee-wall-right': [
    [0, 'Feet wide on the wall'],
    [0.5, 'Both knees fall in'],
    [2.9, 'Wait a breath'],
    [4.3, 'Knees come back'],
  ],
  'knee-to-knee-wall-cheat': [
    [0, 'The seat leaves the mat'],
    [1.9, 'Further than the hips go'],
    [4.4, 'And sinks back'],
  ],
  'knee-to-knee-floor-right': [
    [0, 'Feet wide on the floor'],
    [0.5, 'Both knees fall in'],
    [2.9, 'Wait a breath'],
    [4.3, 'Knees come back'],
  ],
  'knee-to-knee-floor-cheat': [
    [0, 'Far too fast'],
    [0.9, 'Thrown together, bouncing'],
    [6.1, 'Without a stop'],
  ],
  'ninety-ninety-pails-rails-right': [
    [0, 'Sit tall'],
    [0.6, 'Turn towards the back foot'],
    [2.2, 'Press down: nothing moves'],
    [3.8, 'Now try to lift it'],
    [5.4, 'Ease off, turn further'],
    [6.8, 'Turn back'],
  ],
  'ninety-ninety-pails-rails-cheat': LEANING,
  'ninety-ninety-stretch-right': [
    [0, 'Sit tall'],
    [0.5, 'Turn towards the back foot'],
    [2.9, 'Stay tall and breathe'],
    [4.3, 'Turn back'],
  ],
  'ninety-ninety-stretch-cheat': LEANING,
  'ninety-ninety-contract-relax-right': [
    [0, 'Sit tall'],
    [0.5, 'Turn to the back foot'],
    [1.7, 'Stop. Press the back foot'],
    [3.9, 'Ease off, turn further'],
    [4.9, 'Stay there'],
    [6.2, 'Turn back'],
  ],
  'ninety-ninety-contract-relax-cheat': [
    [0, 'The chest sinks'],
    [0.5, 'A small turn'],
    [1.9, 'The back rounds'],
    [4.4, 'And comes back up'],
  ],
  'ninety-ninety-lift-off-right': [
    [0, 'Sit tall'],
    [0.8, 'Back foot up, then knee'],
    [2.1, 'Hold. The trunk is still'],
    [4.5, 'Lower it slowly'],
    [5.8, 'Down without a sound'],
  ],
  'ninety-ninety-lift-off-cheat': [
    [0, 'The trunk tips away'],
    [2.1, 'That hoists the leg'],
    [4.5, 'Both come back'],
  ],
  'ninety-ninety-lift-off-hinge-right': [
    [0, 'Sit tall'],
    [0.6, 'Fold forward, back long'],
    [2, 'Lift the leg behind'],
    [2.9, 'Hold it up'],
    [4.6, 'Lower it'],
    [6.1, 'Come up'],
  ],
  'ninety-ninety-lift-off-hinge-cheat': [
    [0, 'The trunk tips aside'],
    [2, 'Leg up, trunk aside'],
    [4.6, 'Both come back'],
    [6.1, 'Come up'],
  ],
  'quadruped-band-ir-right': [
    [0, 'Foot in, against the band'],
    [0.5, 'The band draws it out'],
    [2.9, 'Hold. Thigh stays upright'],
    [4.3, 'Pull the foot in again'],
  ],
  'quadruped-band-ir-cheat': [
    [0, 'The pelvis tips over'],
    [1.9, 'It follows the foot'],
    [4.4, 'Both come back'],
  ],
  'standing-hamstring-right': [
    [0, 'Heel on the box'],
    [0.6, 'Hips back, back long'],
    [2.2, 'Press heel: nothing moves'],
    [3.8, 'Now try to lift it'],
    [5.4, 'Ease off, hips back more'],
    [6.8, 'Come up'],
  ],
  'standing-hamstring-cheat': [
    [0, 'The back rounds'],
    [2.9, 'The head hangs'],
    [4.3, 'And comes up'],
  ],
  'hip-movement-sequence-right': [
    [0, 'Stand tall'],
    [0.4, 'Knee up'],
    [1.3, 'And down'],
    [2.1, 'Leg back'],
    [3, 'And return'],
    [3.8, 'Leg out to the side'],
    [4.7, 'Across in front'],
    [6.1, 'Knee up again'],
    [6.9, 'Foot swings out'],
    [7.6, 'Foot swings in'],
    [9.1, 'Foot down'],
  ],
  'hip-movement-sequence-cheat': [
    [0, 'The trunk helps'],
    [0.4, 'Knee up'],
    [1.3, 'And down'],
    [2.1, 'Leg back: the back arches'],
    [3, 'And return'],
    [3.8, 'Aside: the trunk leans'],
    [4.7, 'Across in front'],
    [6.1, 'Knee up again'],
    [6.9, 'Foot swings out'],
    [7.6, 'Foot swings in'],
    [9.1, 'Foot down'],
  ],
} as const satisfies Readonly<Record<string, Words>>;

type Texts<T extends readonly unknown[]> = { readonly [K in keyof T]: string };

/** The captions in another language, as many for each loop as in English. */
export type MomentTexts = { readonly [Name in keyof typeof MOMENTS]: Texts<(typeof MOMENTS)[Name]> };

const isKnown = (name: string): name is keyof typeof MOMENTS => Object.hasOwn(MOMENTS, name);

/**
 * The captions of a loop in order of time, the first at 0 s. Empty for a loop without captions.
 * @param texts captions in another language; null: English
 */
export function loopMoments(drill: string, kind: string, texts: MomentTexts | null = null): readonly LoopMoment[] {
  const name = `${drill}-${kind}`;
  if (!isKnown(name)) return [];
  const said: readonly string[] = texts?.[name] ?? [];
  const words: Words = MOMENTS[name];
  return words.map(([at, text], index) => ({ at, text: said[index] ?? text }));
}
