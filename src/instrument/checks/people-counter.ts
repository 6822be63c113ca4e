import { bodyBox, coveredShare, isInBox, longestSide, type PictureBox, widened } from './body-box.ts';
import type { Landmarks } from '../input/landmarks.ts';
import { isProportionate } from './person-check.ts';
import { midJoint, type PicturePoint, pixelsApart } from '../geometry/picture-points.ts';
import type { Picture } from '../input/picture.ts';
import type { PeopleCount } from '../output/reading.ts';
import { LOOKS_AGO, FrameDifferenceDetector } from './frame-difference-detector.ts';
import type { Pixels, Share } from '../geometry/units.ts';

/** What one look at a part of the picture brought. All in pixels of the same picture. */
export interface PeopleLook {
  readonly picture: Picture;
  /** The part that was looked at; what lies outside was not seen this time. */
  readonly part: PictureBox;
  /** The one who is measured. */
  readonly person: Landmarks;
  /** Whom the model takes for a person in this part, the measured one or not. */
  readonly found: readonly Landmarks[];
  /** The laptop is being moved, and everything in the picture with it. */
  readonly laptopMoves: boolean;
}

/**
 * The landmark model's score for a second person. Furniture and bodies made of two people came with .54 and less where it was
 * asked about 1600 boxes of rendered and real pictures; people with .97 and more.
 */
const LEAST_SCORE = 0.9;
/** Whoever is smaller than this share of the picture's width is a doll, a photograph on the wall or across the street. */
const SMALLEST: Share = 0.1;
/**
 * A "second body" made of parts of the first one covers or is covered by at least .43 of it (59 rendered clips, 57 real stills);
 * two people side by side, .0–.2.
 */
const MOST_COVERED: Share = 0.25;
/** Sightings that make somebody; two looks in which they were missed unmake them. */
const SIGHTINGS = 2;
const MISSES = 2;
/** Nobody gets further between two looks at a place, in their own lengths. */
const FURTHEST = 2;
/**
 * A body stirs when so much of its box has changed within a second, and so many times more than the room. Real people who stood
 * and looked at something changed by .10 and more at every look, photographs in video noise by .00.
 */
const STIRRED: Share = 0.05;
const MORE_THAN_ROOM = 3;
/** What stirs gains one, what keeps still loses one, up to this much; somebody is alive from the half of it on. */
const MOST_STIRS = 4;
/** Places that the measured person uncovers: where they were in the picture that is compared with, and in all since. */
const TRAIL = LOOKS_AGO + 1;
/** Joints lie inside the body's outline; and what moves beside it throws shadows. */
const BODY_MARGIN: Share = 0.1;
const ROOM_MARGIN: Share = 0.3;

interface Other {
  readonly body: Landmarks;
  readonly observations: number;
  readonly misses: number;
  readonly stirs: number;
}

const isAlive = ({ stirs }: Other): boolean => stirs >= MOST_STIRS / 2;

/** Counts people over several looks. Nobody counts who was seen once, and a picture on the wall is told by its keeping still. */
export class PeopleCounter {
  readonly #frameDifferences = new FrameDifferenceDetector();
  #others: readonly Other[] = [];
  #trail: readonly PictureBox[] = [];
  #looked = false;

  /** Null: not looked yet. */
  get count(): PeopleCount | null {
    if (!this.#looked) return null;
    const sure = this.#others.filter(({ observations: sightings }) => sightings >= SIGHTINGS);
    const alive = sure.filter(isAlive).length;
    return { people: 1 + alive, still: sure.length - alive };
  }

  take(look: PeopleLook): void {
    this.#looked = true;
    if (look.laptopMoves) this.#frameDifferences.forget();
    this.#frameDifferences.step(look.picture);
    const others = matched(this.#others, look);
    this.#trail = [...this.#trail, bodyBox(look.person)].slice(-TRAIL);
    this.#others = others.map((other) => {
      const elses = others.flatMap(({ body }) => (body === other.body ? [] : [bodyBox(body)]));
      const stirs = other.stirs + (this.#stirs(bodyBox(other.body), [...this.#trail, ...elses]) ? 1 : -1);
      return { ...other, stirs: Math.max(0, Math.min(MOST_STIRS, stirs)) };
    });
  }

  forget(): void {
    this.#others = [];
    this.#looked = false;
    this.#trail = [];
    this.#frameDifferences.forget();
  }

  /** Whether more moves where this body is, and nobody else, than in the room. */
  #stirs(box: PictureBox, elses: readonly PictureBox[]): boolean {
    const own = widened(box, BODY_MARGIN);
    const taken = elses.map((other) => widened(other, ROOM_MARGIN));
    const isTaken = (x: Pixels, y: Pixels) => taken.some((other) => isInBox(other, x, y));
    const about = widened(box, ROOM_MARGIN);
    const here = this.#frameDifferences.changed((x, y) => isInBox(own, x, y) && !isTaken(x, y)) ?? 0;
    const room = this.#frameDifferences.changed((x, y) => !isInBox(about, x, y) && !isTaken(x, y)) ?? 0;
    return here >= STIRRED && here >= MORE_THAN_ROOM * room;
  }
}

/** The others of before as this look shows them, and the new ones. */
function matched(before: readonly Other[], look: PeopleLook): readonly Other[] {
  const bodies = elseThan(look);
  const box = bodyBox(look.person);
  // Whoever covers the measured one was them all along, or has become them.
  const others = before.filter(({ body }) => coveredShare(bodyBox(body), box) <= MOST_COVERED);
  const known = pairsOf(others, bodies, look.part);
  const next = others.flatMap((other): Other[] => {
    const body = known.get(other);
    if (body) return [{ ...other, body, observations: other.observations + 1, misses: 0 }];
    if (!isInBox(look.part, ...midHips(other.body))) return [other];
    return other.misses + 1 < MISSES ? [{ ...other, misses: other.misses + 1 }] : [];
  });
  const old = new Set(known.values());
  const fresh = bodies.filter((body) => !old.has(body));
  return [...next, ...fresh.map((body) => ({ body, observations: 1, misses: 0, stirs: 0 }))];
}

/** The bodies that are surely none of the measured person's, nor each other's. */
function elseThan({ found, person, picture }: PeopleLook): readonly Landmarks[] {
  const taken = [bodyBox(person)];
  return found.filter((body) => {
    const box = bodyBox(body);
    const is =
      body.score >= LEAST_SCORE &&
      longestSide(box) >= SMALLEST * picture.width &&
      isProportionate(body) &&
      taken.every((other) => coveredShare(other, box) <= MOST_COVERED);
    if (is) taken.push(box);
    return is;
  });
}

/** Which of these bodies the others of before are now: the nearest to each other first, so that nobody takes another's place. */
function pairsOf(
  others: readonly Other[],
  bodies: readonly Landmarks[],
  part: PictureBox,
): ReadonlyMap<Other, Landmarks> {
  const possible = others.flatMap((other) =>
    bodies
      .filter((body) => canBe(body, other.body, part))
      .map((body) => ({ other, body, away: pixelsApart(midHips(body), midHips(other.body)) })),
  );
  const pairs = new Map<Other, Landmarks>();
  const taken = new Set<Landmarks>();
  for (const { other, body } of possible.sort((a, b) => a.away - b.away)) {
    if (pairs.has(other) || taken.has(body)) continue;
    pairs.set(other, body);
    taken.add(body);
  }
  return pairs;
}

/**
 * Whether this body may be the one that was seen there last. Outside the part that was looked at they would show at its edge only,
 * where they stood: otherwise a visitor at one end of the picture and a poster at the other would be one who hops between them.
 */
function canBe(body: Landmarks, last: Landmarks, part: PictureBox): boolean {
  const box = bodyBox(last);
  return isInBox(part, ...midHips(last))
    ? pixelsApart(midHips(body), midHips(last)) <= FURTHEST * longestSide(box)
    : coveredShare(box, bodyBox(body)) > MOST_COVERED;
}

const midHips = ({ points }: Landmarks): PicturePoint => midJoint(points, 'hip');
