import type { Share } from '../../../../src/instrument/geometry/units.ts';
import { BODY_IDS, type BodyId } from '../../people/bodies.ts';
import { type Chance, chanceOf } from '../../chance.ts';
import type { Garment } from '../../people/garments.ts';
import { drawScene, type Scene } from '../../people/variety.ts';
import type { DrillDraw } from '../pose-contract.ts';

/** Every sixth scene shows a held-out body. */
const HELD_BACK_EVERY = 6;

/** Scenes are rendered without webcam flaws; training adds random flaws each time a picture is used. */
const CLEAN_WEBCAM = { blur: 0, noise: 0, drift: 0, shake: 0, crf: 20 } as const;

/**
 * Share of garments in a random colour instead of one of the fifteen standard colours, and share of dark colours among
 * them.
 */
const DYE = { share: 0.6, dark: 0.45 } as const satisfies Record<string, Share>;

function anyColour(chance: Chance, dark: Share): number {
  const most = chance.happens(dark) ? 70 : 250;
  const least = most === 70 ? 8 : 40;
  const grey = chance.between(least, most);
  const saturation = chance.share() * 0.9;
  const part = (): number => {
    const own = chance.between(least, most);
    return Math.round(grey + (own - grey) * saturation);
  };
  return (part() << 16) | (part() << 8) | part();
}

const dyed = (garment: Garment, chance: Chance): Garment =>
  chance.happens(DYE.share) ? { ...garment, colour: anyColour(chance, DYE.dark) } : garment;

/** Share of the training scenes that show a random body, if there are any. */
const DRAWN_SHARE = 0.8;

interface People {
  readonly chance: Chance;
  /** Number of random bodies in addition to the named ones. */
  readonly drawn: number;
}

const isHeldBack = (index: number): boolean => index % HELD_BACK_EVERY === HELD_BACK_EVERY - 1;

function bodyOf(draw: DrillDraw, index: number, { chance, drawn }: People): BodyId {
  const own = chance.part('drawn');
  if (!isHeldBack(index) && drawn > 0 && own.happens(DRAWN_SHARE)) return `drawn-${Math.floor(own.between(0, drawn))}`;
  const wanted = BODY_IDS.filter((id) => draw.heldBack.includes(id) === isHeldBack(index));
  const [first, ...others] = wanted;
  if (!first) throw new Error(`${draw.drill} has nobody left to show`);
  return chance.pick([first, ...others]);
}

export interface LookWish {
  readonly seed: number;
  readonly index: number;
  readonly drawn: number;
}

/** Person, clothes, room and light of a scene; they follow from its index. */
export function drawLook(draw: DrillDraw, { seed, index, drawn }: LookWish): Scene {
  const name = `pelvis/${draw.drill}/${seed}/${index}`;
  const chance = chanceOf(name);
  const body = bodyOf(draw, index, { chance: chance.part('body'), drawn });
  const scene = drawScene(name, { body, company: 'none', webcam: CLEAN_WEBCAM });
  const { outfit } = scene;
  const colours = chance.part('colours');
  const slip = chance.part('slip');
  return {
    ...scene,
    outfit: {
      ...outfit,
      garments: outfit.garments.map((garment) => dyed(garment, colours)),
      // Tight cloth slips too, but less.
      slip: outfit.suit || slip.happens(0.4) ? outfit.slip : slip.between(0, outfit.slip > 0 ? 0.4 : 0.2),
    },
  };
}
