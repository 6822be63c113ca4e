import {
  bodyBox,
  coveredShare,
  isInBox,
  isProportionate,
  longestSide,
  type PictureBox,
  widened,
} from './person-check.ts';
import { midJoint, type PicturePoint, pixelDistance } from '../geometry/picture-points.ts';
import { median } from '../geometry/statistics.ts';
import type { Pixels, Share } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import type { PeopleCount } from '../output/reading.ts';

/** Side of a cell, share of the picture's longer side. A person 3 m away who sways by 1 cm changes a tenth of it. */
const CELL: Share = 1 / 80;
/** Change of a cell's mean brightness (0…255) that means movement. Video noise and compression change it by 1–2. */
const CHANGED = 6;
/** A picture is compared with that of so many looks ago, a second or more: in less a person hardly sways. */
const LOOKS_AGO = 3;

/** Mean brightness of each cell of a picture, row by row. */
interface Cells {
  readonly across: number;
  readonly side: Pixels;
  readonly means: Float32Array;
}

/** Finds where the picture has changed within about a second, but for changes common to all cells. */
export class FrameDifferenceDetector {
  #past: readonly Cells[] = [];
  #change: Cells | null = null;

  step(picture: Picture): void {
    const now = cellsOf(picture);
    const before = this.#past.find((past) => isSameGrid(past, now)) ?? null;
    this.#change = before && changeBetween(before, now);
    this.#past = [...this.#past, now].slice(-LOOKS_AGO);
  }

  /**
   * Share of changed cells among those whose centre is wanted.
   * @returns null: no cell is wanted, or there is no earlier picture
   */
  changedShare(wanted: (x: Pixels, y: Pixels) => boolean): Share | null {
    const change = this.#change;
    if (!change) return null;
    const { across, side, means } = change;
    let [all, some] = [0, 0];
    means.forEach((value, i) => {
      if (!wanted(((i % across) + 0.5) * side, (Math.floor(i / across) + 0.5) * side)) return;
      all++;
      if (Math.abs(value) > CHANGED) some++;
    });
    return all === 0 ? null : some / all;
  }
}

/** Compares the row length too: a picture and the same picture on its side have equally many cells. */
const isSameGrid = (a: Cells, b: Cells): boolean =>
  a.side === b.side && a.across === b.across && a.means.length === b.means.length;

function changeBetween(before: Cells, now: Cells): Cells {
  const means = now.means.map((mean, i) => mean - (before.means[i] ?? mean));
  const exposure = median([...means]) ?? 0;
  return { ...now, means: means.map((change) => change - exposure) };
}

function cellsOf({ grey, width, height }: Picture): Cells {
  const side = Math.max(1, Math.round(CELL * Math.max(width, height)));
  const across = Math.floor(width / side);
  const down = Math.floor(height / side);
  const means = new Float32Array(across * down);
  for (let row = 0; row < down * side; row++) {
    const cells = Math.floor(row / side) * across;
    for (let column = 0, at = row * width; column < across * side; column++, at++) {
      const cell = cells + Math.floor(column / side);
      means[cell] = (means[cell] ?? 0) + (grey[at] as number);
    }
  }
  return { across, side, means: means.map((sum) => sum / (side * side)) };
}

/** What one look at a part of the picture found. All coordinates are pixels of the same picture. */
export interface PeopleObservation {
  readonly picture: Picture;
  /** The part that was searched; nothing outside it was seen this time. */
  readonly part: PictureBox;
  readonly person: Landmarks;
  /** Every person the pose model found in this part; may include the measured one. */
  readonly found: readonly Landmarks[];
  /** True while the laptop is being moved: everything in the picture moves then. */
  readonly laptopMoves: boolean;
}

/** Least landmark score of another person: people have ≥ 0.97, furniture and blends ≤ 0.54 (1600 boxes). */
const MIN_SCORE = 0.9;
/** Least size of another person, share of the picture's width. Smaller ones are dolls, photographs or passers-by. */
const MIN_SIZE: Share = 0.1;
/**
 * Largest overlap of two people's boxes. A false second body made of parts of the first overlaps by 0.43 and more, two
 * people side by side by 0–0.2 (59 rendered clips, 57 real stills).
 */
const MAX_OVERLAP: Share = 0.25;
/** Observations after which another person counts, and misses in a row after which they are gone. */
const MIN_OBSERVATIONS = 2;
const MAX_MISSES = 2;
/** Furthest that a person moves between two looks, in lengths of their box. */
const FURTHEST = 2;
/**
 * A body moves if this share of its box has changed within a second, and this many times more than the room. Real
 * people who stood and looked on changed by 0.10 and more at every look, photographs in video noise by 0.00.
 */
const MOVED: Share = 0.05;
const MORE_THAN_ROOM = 3;
/** Limit of the score: movement adds one a look, none takes one. A person is alive from half of it on. */
const MAX_MOVEMENT_SCORE = 4;
/** Boxes of the measured person to leave out: leaving a place changes the picture there. */
const TRAIL = LOOKS_AGO + 1;
/** Margin around the joints of a body that is checked for movement: the outline lies outside the joints. */
const BODY_MARGIN: Share = 0.1;
/** Margin around bodies that are left out of the room: their shadows move with them. */
const ROOM_MARGIN: Share = 0.3;

interface Other {
  readonly body: Landmarks;
  readonly observations: number;
  readonly misses: number;
  readonly movementScore: number;
}

const isAlive = ({ movementScore }: Other): boolean => movementScore >= MAX_MOVEMENT_SCORE / 2;

/**
 * Counts the people in the picture over several looks. One observation is not enough, and a body that never moves (a
 * picture on the wall) is counted separately.
 */
export class PeopleCounter {
  #frameDifferences = new FrameDifferenceDetector();
  #others: readonly Other[] = [];
  #trail: readonly PictureBox[] = [];
  #hasLooked = false;

  /** Null before the first look. */
  get count(): PeopleCount | null {
    if (!this.#hasLooked) return null;
    const certain = this.#others.filter(({ observations }) => observations >= MIN_OBSERVATIONS);
    const alive = certain.filter(isAlive).length;
    return { people: 1 + alive, still: certain.length - alive };
  }

  add(look: PeopleObservation): void {
    this.#hasLooked = true;
    if (look.laptopMoves) this.#frameDifferences = new FrameDifferenceDetector();
    this.#frameDifferences.step(look.picture);
    const others = matched(this.#others, look);
    this.#trail = [...this.#trail, bodyBox(look.person)].slice(-TRAIL);
    this.#others = others.map((other) => {
      const otherBoxes = others.flatMap(({ body }) => (body === other.body ? [] : [bodyBox(body)]));
      const score = other.movementScore + (this.#moves(bodyBox(other.body), [...this.#trail, ...otherBoxes]) ? 1 : -1);
      return { ...other, movementScore: Math.max(0, Math.min(MAX_MOVEMENT_SCORE, score)) };
    });
  }

  /**
   * True if more changes inside this body's box than in the room; the boxes of all other bodies are left out of both.
   */
  #moves(box: PictureBox, otherBoxes: readonly PictureBox[]): boolean {
    const own = widened(box, BODY_MARGIN);
    const taken = otherBoxes.map((other) => widened(other, ROOM_MARGIN));
    const isTaken = (x: Pixels, y: Pixels) => taken.some((other) => isInBox(other, x, y));
    const about = widened(box, ROOM_MARGIN);
    const here = this.#frameDifferences.changedShare((x, y) => isInBox(own, x, y) && !isTaken(x, y)) ?? 0;
    const room = this.#frameDifferences.changedShare((x, y) => !isInBox(about, x, y) && !isTaken(x, y)) ?? 0;
    return here >= MOVED && here >= MORE_THAN_ROOM * room;
  }
}

/** Updates the known other people by this look and adds the new ones. */
function matched(before: readonly Other[], look: PeopleObservation): readonly Other[] {
  const bodies = otherBodies(look);
  const box = bodyBox(look.person);
  // A body that overlaps the measured person was a false second one, or has taken their place.
  const others = before.filter(({ body }) => coveredShare(bodyBox(body), box) <= MAX_OVERLAP);
  const known = pairsOf(others, bodies, look.part);
  const next = others.flatMap((other): Other[] => {
    const body = known.get(other);
    if (body) return [{ ...other, body, observations: other.observations + 1, misses: 0 }];
    if (!isInBox(look.part, ...midHips(other.body))) return [other];
    return other.misses + 1 < MAX_MISSES ? [{ ...other, misses: other.misses + 1 }] : [];
  });
  const old = new Set(known.values());
  const fresh = bodies.filter((body) => !old.has(body));
  return [...next, ...fresh.map((body) => ({ body, observations: 1, misses: 0, movementScore: 0 }))];
}

/** The found bodies that are certainly other people: neither parts of the measured person nor of each other. */
function otherBodies({ found, person, picture }: PeopleObservation): readonly Landmarks[] {
  const taken = [bodyBox(person)];
  return found.filter((body) => {
    const box = bodyBox(body);
    const is =
      body.score >= MIN_SCORE &&
      longestSide(box) >= MIN_SIZE * picture.width &&
      isProportionate(body) &&
      taken.every((other) => coveredShare(other, box) <= MAX_OVERLAP);
    if (is) taken.push(box);
    return is;
  });
}

/** Assigns found bodies to known people, nearest pairs first, so that two people do not swap identities. */
function pairsOf(
  others: readonly Other[],
  bodies: readonly Landmarks[],
  part: PictureBox,
): ReadonlyMap<Other, Landmarks> {
  const possible = others.flatMap((other) =>
    bodies
      .filter((body) => canBe(body, other.body, part))
      .map((body) => ({ other, body, away: pixelDistance(midHips(body), midHips(other.body)) })),
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
 * True if this body may be the person last seen there. A person last seen outside the searched part can only show at
 * its edge, so the boxes must overlap; otherwise a visitor at one end of the picture and a poster at the other would
 * count as one person.
 */
function canBe(body: Landmarks, last: Landmarks, part: PictureBox): boolean {
  const box = bodyBox(last);
  return isInBox(part, ...midHips(last))
    ? pixelDistance(midHips(body), midHips(last)) <= FURTHEST * longestSide(box)
    : coveredShare(box, bodyBox(body)) > MAX_OVERLAP;
}

const midHips = ({ points }: Landmarks): PicturePoint => midJoint(points, 'hip');
