import type { Share } from '../../../src/instrument/geometry/units.ts';
import type { Chance } from '../chance.ts';

export type ClothPattern = 'plain' | 'heather' | 'stripes' | 'checks' | 'dots';

/** A piece of clothing cut from the helper shell by zones. */
export interface Garment {
  /** Covered part of the trunk, lower to upper end: 0 crotch … 1 neck. */
  readonly trunk: readonly [Share, Share];
  /** How far down the leg (0 hip … 1 ankle) and the arm (0 shoulder … 1 wrist). */
  readonly legs: Share;
  readonly arms: Share;
  /** Distance from the skin, metres. */
  readonly looseness: number;
  readonly colour: number;
  readonly pattern: ClothPattern;
}

export interface Outfit {
  /** Its name in the truth file. */
  readonly word: string;
  /** True: the suit mesh is worn instead of the garments. */
  readonly suit: boolean;
  /** Innermost first. */
  readonly garments: readonly Garment[];
  /** Share of a pelvic rotation that the cloth does not follow. */
  readonly slip: Share;
}

export const OUTFIT_KINDS = ['tight', 'loose', 'bare-legs', 'sleeveless', 'suit'] as const;
export type OutfitKind = (typeof OUTFIT_KINDS)[number];

const DARK = [0x1d1f24, 0x23304a, 0x3a2230, 0x263b2e, 0x2f2b28] as const;
const LIGHT = [0xe9e6df, 0xc9d6e3, 0xe8cfd2, 0xd9dcc4, 0xb9bcc2] as const;
const BRIGHT = [0xb8392f, 0x2f6fb0, 0xd98a2b, 0x2f8f6b, 0x7a4a9a] as const;
const PATTERNS = ['heather', 'stripes', 'checks', 'dots'] as const;

export type Tone = 'dark' | 'light' | 'bright';

const TONES = { dark: DARK, light: LIGHT, bright: BRIGHT } as const;

type Range = readonly [number, number];

/** Distance of tight cloth from the skin, metres. Tight cloth does not slip. */
const TIGHT = { top: 0.004, bottom: 0.003 };
const LOOSE: Readonly<Record<'top' | 'bottom' | 'slip', Range>> = {
  top: [0.014, 0.026],
  bottom: [0.012, 0.024],
  slip: [0.1, 0.4],
};

interface Cut {
  readonly legs: Range;
  readonly arms: Range;
  readonly loose: boolean;
}

const CUTS: Readonly<Record<Exclude<OutfitKind, 'suit'>, Cut>> = {
  tight: { legs: [0.55, 0.97], arms: [0.2, 0.98], loose: false },
  loose: { legs: [0.5, 0.97], arms: [0.25, 0.55], loose: true },
  'bare-legs': { legs: [0.1, 0.28], arms: [0.2, 0.5], loose: true },
  sleeveless: { legs: [0.12, 0.97], arms: [0, 0], loose: false },
};

/** Draws clothes of a kind: their cut and colours. */
export function drawOutfit(kind: OutfitKind, tone: Tone, patterned: boolean, chance: Chance): Outfit {
  const word = `${kind} ${tone}${patterned ? ' patterned' : ''}`;
  if (kind === 'suit') return { word: 'suit', suit: true, garments: [], slip: 0 };
  const cut = CUTS[kind];
  const pattern = (): ClothPattern => (patterned ? chance.pick(PATTERNS) : 'plain');
  const upperTone = chance.happens(0.6) ? tone : chance.pick(['dark', 'light', 'bright'] as const);
  const looseness = (piece: 'top' | 'bottom') => (cut.loose ? chance.between(...LOOSE[piece]) : TIGHT[piece]);
  const waist = chance.between(0.4, 0.5);
  const bottom: Garment = {
    trunk: [-1, waist],
    legs: chance.between(...cut.legs),
    arms: 0,
    looseness: looseness('bottom'),
    colour: chance.pick(TONES[tone]),
    pattern: pattern(),
  };
  // A loose shirt hangs over the waistband and must stand off further than what is under it.
  const hangs = cut.loose ? chance.between(0.15, 0.3) : chance.between(0.05, 0.1);
  const top: Garment = {
    trunk: [waist - hangs, kind === 'sleeveless' ? 0.93 : chance.between(0.94, 0.98)],
    legs: 0,
    arms: chance.between(...cut.arms),
    looseness: Math.max(looseness('top'), bottom.looseness + 0.004),
    colour: chance.pick(TONES[upperTone]),
    pattern: pattern(),
  };
  return { word, suit: false, garments: [bottom, top], slip: cut.loose ? chance.between(...LOOSE.slip) : 0 };
}
