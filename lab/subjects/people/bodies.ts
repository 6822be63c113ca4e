import { type Chance, chanceOf } from '../chance.ts';

/** Bodies as mixtures of MakeHuman's core assets. */

type Sex = 'female' | 'male';

type Descent = 'african' | 'asian' | 'caucasian';

type SkinAge = 'young' | 'middleage' | 'old';

type Hair = 'short02' | 'ponytail01' | 'bob02' | 'afro01';

export interface BodySpec {
  readonly sex: Sex;
  readonly descent: Descent;
  /** 0 young … 1 old. */
  readonly age: number;
  /** −1…1 around the average. */
  readonly muscle: number;
  readonly weight: number;
  readonly height: number;
  /** −1…1: shorter or longer than average for the height. */
  readonly limbs: { readonly thigh: number; readonly shank: number; readonly arm: number };
  readonly hipWidth: number;
  readonly hair: Hair;
  readonly eyes: 'blue' | 'brown' | 'brownlight' | 'green' | 'grey';
}

const even = { thigh: 0, shank: 0, arm: 0 };

export const BODIES = {
  'female-average': {
    sex: 'female',
    descent: 'african',
    age: 0,
    muscle: 0,
    weight: 0,
    height: 0,
    limbs: even,
    hipWidth: 0,
    hair: 'ponytail01',
    eyes: 'brown',
  },
  'male-average': {
    sex: 'male',
    descent: 'caucasian',
    age: 0,
    muscle: 0,
    weight: 0,
    height: 0,
    limbs: even,
    hipWidth: 0,
    hair: 'short02',
    eyes: 'blue',
  },
  'female-small': {
    sex: 'female',
    descent: 'asian',
    age: 0.15,
    muscle: -0.2,
    weight: -0.45,
    height: -0.1,
    limbs: { thigh: 0, shank: -0.05, arm: -0.05 },
    hipWidth: -0.2,
    hair: 'bob02',
    eyes: 'brown',
  },
  'male-tall': {
    sex: 'male',
    descent: 'asian',
    age: 0.1,
    muscle: 0.1,
    weight: -0.4,
    height: 0.4,
    limbs: { thigh: 0.05, shank: 0.12, arm: 0.08 },
    hipWidth: -0.1,
    hair: 'short02',
    eyes: 'brown',
  },
  'female-strong': {
    sex: 'female',
    descent: 'caucasian',
    age: 0.2,
    muscle: 0.6,
    weight: 0.1,
    height: 0.15,
    limbs: { thigh: 0.08, shank: -0.02, arm: 0.05 },
    hipWidth: 0.3,
    hair: 'ponytail01',
    eyes: 'green',
  },
  'male-heavy': {
    sex: 'male',
    descent: 'african',
    age: 0.35,
    muscle: 0.15,
    weight: 0.75,
    height: 0,
    limbs: { thigh: 0.02, shank: -0.06, arm: 0 },
    hipWidth: 0.2,
    hair: 'short02',
    eyes: 'brown',
  },
  'female-heavy': {
    sex: 'female',
    descent: 'caucasian',
    age: 0.45,
    muscle: -0.2,
    weight: 0.8,
    height: 0,
    limbs: { thigh: 0, shank: -0.06, arm: -0.04 },
    hipWidth: 0.5,
    hair: 'bob02',
    eyes: 'grey',
  },
  'male-older': {
    sex: 'male',
    descent: 'caucasian',
    age: 0.75,
    muscle: -0.3,
    weight: 0.25,
    height: -0.05,
    limbs: { thigh: 0.08, shank: 0, arm: 0.06 },
    hipWidth: 0,
    hair: 'short02',
    eyes: 'brownlight',
  },
  'female-older': {
    sex: 'female',
    descent: 'african',
    age: 0.7,
    muscle: -0.1,
    weight: 0.35,
    height: -0.05,
    limbs: { thigh: -0.08, shank: 0.06, arm: -0.06 },
    hipWidth: 0.2,
    hair: 'afro01',
    eyes: 'brown',
  },
} as const satisfies Readonly<Record<string, BodySpec>>;

type NamedBody = keyof typeof BODIES;

/** A named body, or a random body that follows from its number. */
export type BodyId = NamedBody | `drawn-${number}`;

/** The named bodies: they can be asked for, and the shipped clips show them. */
export const BODY_IDS = Object.keys(BODIES) as [NamedBody, ...NamedBody[]];

const isNamed = (id: string): id is NamedBody => Object.hasOwn(BODIES, id);

export const isBodyId = (id: string): id is BodyId => isNamed(id) || /^drawn-\d+$/.test(id);

export const bodySpec = (id: BodyId): BodySpec => (isNamed(id) ? BODIES[id] : drawnBody(id));

const skinAge = (age: number): SkinAge => (age < 0.3 ? 'young' : age < 0.6 ? 'middleage' : 'old');

/** Stock skins whose file name differs from the folder's name. */
const SKIN_FILE: Readonly<Record<string, string>> = {
  young_asian_female: 'young_lightskinned_female_diffuse3',
  young_asian_male: 'young_lightskinned_male_diffuse3',
  middleage_asian_female: 'middleage_lightskinned_female_diffuse2',
  middleage_asian_male: 'middleage_lightskinned_male_diffuse2',
  old_asian_female: 'old_lightskinned_female_diffuse2',
  old_asian_male: 'old_lightskinned_male_diffuse2',
};

/** Path of the skin texture below the package's data folder. */
export function skinPath(spec: BodySpec): string {
  const folder = `${skinAge(spec.age)}_${spec.descent}_${spec.sex}`;
  const tone = spec.descent === 'african' ? 'darkskinned' : 'lightskinned';
  const file = SKIN_FILE[folder] ?? `${skinAge(spec.age)}_${tone}_${spec.sex}_diffuse`;
  return `skins/${folder}/textures/${file}.png`;
}

/** Folder and name of the suit mesh for each sex. */
export const SUITS: Readonly<Record<Sex, string>> = {
  female: 'female_sportsuit01',
  male: 'male_casualsuit06',
};

/** Splits a value in −1…1 into shares of MakeHuman's min, average and max shapes. */
const shares = (value: number, noun: string): readonly (readonly [string, number])[] => [
  [`${value < 0 ? 'min' : 'max'}${noun}`, Math.abs(value)],
  [`average${noun}`, 1 - Math.abs(value)],
];

/** The target and share for one proportion; each proportion has two opposite targets. */
const pair = (value: number, more: string, less: string): readonly [string, number] =>
  value < 0 ? [less, -value] : [more, value];

function proportions(spec: BodySpec): readonly (readonly [string, number])[] {
  const { thigh, shank, arm } = spec.limbs;
  return [
    pair(thigh, 'legs/legs-upperlegheight-incr', 'legs/legs-upperlegheight-decr'),
    pair(shank, 'legs/legs-lowerlegheight-incr', 'legs/legs-lowerlegheight-decr'),
    pair(arm, 'measure/measure-upperarmlenght-increase', 'measure/measure-upperarmlenght-decrease'),
    pair(arm, 'measure/measure-lowerarmlenght-increase', 'measure/measure-lowerarmlenght-decrease'),
    pair(spec.hipWidth, 'hip/hip-scale-horiz-incr', 'hip/hip-scale-horiz-decr'),
  ];
}

/** The share of each MakeHuman target in a body, by its name below `data/targets/`. */
export function targetsOf(spec: BodySpec): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const take = (name: string, share: number) => {
    if (share > 0) found.set(name, (found.get(name) ?? 0) + share);
  };
  const ages = [
    ['young', 1 - spec.age],
    ['old', spec.age],
  ] as const;
  for (const [age, ofAge] of ages) {
    take(`macrodetails/${spec.descent}-${spec.sex}-${age}`, ofAge);
    for (const [muscle, ofMuscle] of shares(spec.muscle, 'muscle')) {
      for (const [weight, ofWeight] of shares(spec.weight, 'weight')) {
        const share = ofAge * ofMuscle * ofWeight;
        const build = `${spec.sex}-${age}-${muscle}-${weight}`;
        const tall = spec.height < 0 ? 'minheight' : 'maxheight';
        take(`macrodetails/universal-${build}`, share);
        take(`macrodetails/height/${build}-${tall}`, share * Math.abs(spec.height));
      }
    }
    if (spec.sex === 'female') {
      take(`breast/female-${age}-averagemuscle-averageweight-mincup-averagefirmness`, 0.8 * ofAge);
    }
  }
  for (const [name, share] of proportions(spec)) take(name, share);
  return found;
}

/** Largest limb value (−1…1) of random bodies; beyond it MakeHuman's proportions look unnatural. */
const LIMBS = 0.1;

const around = (chance: Chance, sd: number, most: number): number =>
  Math.max(-most, Math.min(most, sd * chance.normal()));

/**
 * A random body for training and held-out clips.
 * @param name decides the body
 */
function drawnBody(name: string): BodySpec {
  const chance = chanceOf(`body/${name}`);
  const sex = chance.pick<BodySpec['sex']>(['female', 'male']);
  return {
    sex,
    descent: chance.pick<BodySpec['descent']>(['african', 'asian', 'caucasian']),
    age: chance.between(0, 0.85),
    muscle: around(chance, 0.4, 0.8),
    weight: around(chance, 0.5, 0.9),
    height: around(chance, 0.25, 0.5),
    limbs: {
      thigh: around(chance, 0.06, LIMBS),
      shank: around(chance, 0.06, LIMBS),
      arm: around(chance, 0.05, LIMBS),
    },
    hipWidth: around(chance, 0.25, 0.6),
    hair: sex === 'male' ? 'short02' : chance.pick<BodySpec['hair']>(['ponytail01', 'bob02', 'afro01']),
    eyes: chance.pick<BodySpec['eyes']>(['blue', 'brown', 'brownlight', 'green', 'grey']),
  };
}
