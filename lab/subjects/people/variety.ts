import type { Degrees } from '../../../src/instrument/geometry/units.ts';
import { BODY_IDS, type BodyId, isBodyId } from './bodies.ts';
import { type Chance, chanceOf } from '../chance.ts';
import type { CameraPlace, Look, Recipe, WebcamFlaws } from '../contract.ts';
import { drawOutfit, type Outfit, OUTFIT_KINDS, type OutfitKind, type Tone } from './garments.ts';

/** What a random seed decides: person, clothes, room, light, webcam, camera place and frame rate. */

export const ROOM_NAMES = ['oak', 'carpet', 'studio', 'evening', 'blue', 'concrete'] as const;
export type RoomName = (typeof ROOM_NAMES)[number];

export const LIGHT_NAMES = ['bright', 'day', 'soft', 'side', 'lamp', 'back', 'dim', 'dark'] as const;
export type LightName = (typeof LIGHT_NAMES)[number];

export const COMPANY = ['none', 'pet', 'person'] as const;
export type Company = (typeof COMPANY)[number];

/** A complete look: every choice is made. */
export interface Scene {
  readonly body: BodyId;
  readonly outfit: Outfit;
  readonly room: RoomName;
  readonly light: LightName;
  /** Rotation of the light from the direction that its name stands for. */
  readonly lightTurn: Degrees;
  readonly mat: { readonly colour: number; readonly turn: Degrees } | null;
  /** Number of things lying about. */
  readonly clutter: number;
  readonly company: Company;
  readonly bystander: BodyId;
  readonly webcam: WebcamFlaws;
  /** Seed of what the stage draws: furniture, positions of things, noise. */
  readonly seed: string;
}

const MAT_COLOURS = [0x3f5d73, 0x7a4f6e, 0x2b2b2f, 0x6d8f5a, 0xc2873f, 0x8c2f39] as const;
const TONES = ['dark', 'light', 'bright'] as const satisfies readonly Tone[];

/** Flaws of a good and of a poor webcam; each drawn webcam lies between. */
const FLAWS = {
  blur: [0.1, 0.7],
  noise: [1.5, 7],
  drift: [0, 0.06],
  shake: [0, 1.6],
  crf: [27, 36],
} as const;

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

/** @throws {Error} that names the unknown part of a recipe's look */
function chosen<T extends string>(list: readonly T[], value: string | undefined, part: string): T | undefined {
  if (value === undefined || isOneOf(list, value)) return value;
  throw new Error(`a recipe's look has ${part} "${value}", but it is one of ${list.join(', ')}`);
}

function drawWebcam(chance: Chance): WebcamFlaws {
  const poor = chance.share();
  const between = ([good, bad]: readonly [number, number]) =>
    good + (bad - good) * Math.min(1, poor * chance.between(0.6, 1.4));
  return {
    blur: between(FLAWS.blur),
    noise: between(FLAWS.noise),
    drift: between(FLAWS.drift),
    // Most laptops stand firmly.
    shake: chance.happens(0.4) ? between(FLAWS.shake) : 0,
    crf: Math.round(between(FLAWS.crf)),
  };
}

function drawOutfitOf(chance: Chance, kind: OutfitKind | undefined): Outfit {
  const drawn = chance.pick(OUTFIT_KINDS);
  const tone = chance.pick(TONES);
  return drawOutfit(kind ?? drawn, tone, chance.happens(0.35), chance.part('measures'));
}

function drawCompany(chance: Chance): Company {
  const roll = chance.share();
  return roll < 0.08 ? 'person' : roll < 0.2 ? 'pet' : 'none';
}

/**
 * The person, clothes, room, light and webcam of a seed. Each part has its own random numbers, so a recipe that fixes
 * one part does not change the others.
 * @param seed any text; the same text gives the same scene
 * @throws {Error} when the look names something that does not exist
 */
export function drawScene(seed: string, look: Partial<Look> = {}): Scene {
  const chance = chanceOf(`scene/${seed}`);
  const of = (part: string) => chance.part(part);
  const body = look.body ?? of('body').pick(BODY_IDS);
  if (!isBodyId(body)) throw new Error(`there is no body "${body}", but ${BODY_IDS.join(', ')}`);
  const others = BODY_IDS.filter((id) => id !== body) as [BodyId, ...BodyId[]];
  const mat = of('mat');
  const drawnMat = { colour: mat.pick(MAT_COLOURS), turn: mat.normal() * 4 };
  return {
    body,
    outfit: drawOutfitOf(of('outfit'), chosen(OUTFIT_KINDS, look.clothes, 'clothes')),
    room: chosen(ROOM_NAMES, look.room, 'a room') ?? of('room').pick(ROOM_NAMES),
    light: chosen(LIGHT_NAMES, look.light, 'a light') ?? of('light').pick(LIGHT_NAMES),
    lightTurn: of('light turn').between(-35, 35),
    mat: (look.mat ?? mat.happens(0.65)) ? drawnMat : null,
    clutter: look.clutter ?? Math.floor(of('clutter').between(0, 7)),
    company: look.company ?? drawCompany(of('company')),
    bystander: of('bystander').pick(others),
    webcam: look.webcam ?? drawWebcam(of('webcam')),
    seed,
  };
}

/** Horizontal field of view of laptop webcams, degrees. */
const FIELD_OF_VIEW = { least: 55, most: 90 } as const;
const FRAME_RATES = [15, 15, 15, 20, 24, 25, 30] as const;

/** Standard deviation around the recommended place: degrees, and shares of height and distance. */
const PLACE_SD = { azimuth: 5, height: 0.06, distance: 0.06 };

/**
 * A random camera place near another, with a random lens. A wider lens stands closer, so that the person appears
 * equally large.
 * @param around the place to vary, with the field of view that it is meant for
 */
export function drawCamera(seed: string, around: CameraPlace): CameraPlace {
  const chance = chanceOf(`camera/${seed}`);
  const half = (angle: Degrees) => Math.tan((angle * Math.PI) / 360);
  // Most laptops see between 65 and 80 degrees.
  const lens = (chance.share() + chance.share()) / 2;
  const fieldOfView = FIELD_OF_VIEW.least + lens * (FIELD_OF_VIEW.most - FIELD_OF_VIEW.least);
  const nearer = Math.sqrt(half(around.fieldOfView) / half(fieldOfView));
  const within = (x: number) => Math.max(-2, Math.min(2, x));
  return {
    azimuth: around.azimuth + within(chance.normal()) * PLACE_SD.azimuth,
    height: around.height * (1 + within(chance.normal()) * PLACE_SD.height),
    distance: Math.max(1.5, around.distance * nearer * (1 + within(chance.normal()) * PLACE_SD.distance)),
    fieldOfView,
    placement: around.placement,
  };
}

/** Frames per second of a webcam; 15 is the most frequent in room light. */
export const drawFrameRate = (seed: string): number => chanceOf(`rate/${seed}`).pick(FRAME_RATES);

/**
 * Seed text of a recipe and a number. Two recipes with the same number show different people, unless `castAs` is the
 * same.
 */
export const seedOf = (recipe: Recipe, seed: number): string => `${recipe.castAs ?? recipe.id}#${seed}`;
