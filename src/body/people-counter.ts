import {
  bodyBox,
  coveredShare,
  isInBox,
  longestSide,
  midHips,
  type PictureBox,
  widened,
} from './body-box.ts';
import type { Landmarks } from './landmarks.ts';
import { isProportionate } from './person-check.ts';
import type { Picture } from './picture.ts';
import type { PeopleCount } from './reading.ts';
import { StirWatch } from './stir-watch.ts';
import type { Pixels, Share } from './units.ts';

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
/** Whoever is smaller than this is a doll, a photograph on the wall or across the street. */
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
/** Where the measured person was so many looks ago, they uncover what is behind. */
const TRAIL = 3;
/** Joints lie inside the body's outline; and what moves beside it throws shadows. */
const BODY_MARGIN: Share = 0.1;
const ROOM_MARGIN: Share = 0.3;

interface Other {
  readonly body: Landmarks;
  readonly sightings: number;
  readonly misses: number;
  readonly stirs: number;
}

const isAlive = ({ stirs }: Other): boolean => stirs >= MOST_STIRS / 2;

/** Counts people over several looks. Nobody counts who was seen once, and a picture on the wall is told by its keeping still. */
export class PeopleCounter {
  readonly #stir = new StirWatch();
  #others: readonly Other[] = [];
  #trail: readonly PictureBox[] = [];
  #looked = false;

  /** Null: not looked yet. */
  get count(): PeopleCount | null {
    if (!this.#looked) return null;
    const sure = this.#others.filter(({ sightings }) => sightings >= SIGHTINGS);
    const alive = sure.filter(isAlive).length;
    return { people: 1 + alive, still: sure.length - alive };
  }

  take(look: PeopleLook): void {
    this.#looked = true;
    if (look.laptopMoves) this.#stir.forget();
    this.#stir.step(look.picture);
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
    this.#stir.forget();
  }

  /** Whether more moves where this body is, and nobody else, than in the room. */
  #stirs(box: PictureBox, elses: readonly PictureBox[]): boolean {
    const own = widened(box, BODY_MARGIN);
    const taken = elses.map((other) => widened(other, ROOM_MARGIN));
    const isTaken = (x: Pixels, y: Pixels) => taken.some((other) => isInBox(other, x, y));
    const about = widened(box, ROOM_MARGIN);
    const here = this.#stir.changed((x, y) => isInBox(own, x, y) && !isTaken(x, y)) ?? 0;
    const room = this.#stir.changed((x, y) => !isInBox(about, x, y) && !isTaken(x, y)) ?? 0;
    return here >= STIRRED && here >= MORE_THAN_ROOM * room;
  }
}

/** The others of before as this look shows them, and the new ones. */
function matched(before: readonly Other[], look: PeopleLook): readonly Other[] {
  const left = [...elseThan(look)];
  const box = bodyBox(look.person);
  const next: Other[] = [];
  for (const other of before) {
    // It was the measured one, or it has become them.
    if (coveredShare(bodyBox(other.body), box) > MOST_COVERED) continue;
    const body = takeNearest(left, other.body);
    if (body) next.push({ ...other, body, sightings: other.sightings + 1, misses: 0 });
    else if (!isInBox(look.part, ...midHips(other.body))) next.push(other);
    else if (other.misses + 1 < MISSES) next.push({ ...other, misses: other.misses + 1 });
  }
  return [...next, ...left.map((body) => ({ body, sightings: 1, misses: 0, stirs: 0 }))];
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

/** Takes the body out of the list that is nearest to where somebody was; null: none is near. */
function takeNearest(bodies: Landmarks[], last: Landmarks): Landmarks | null {
  const away = bodies.map((body) => distance(midHips(body), midHips(last)));
  const least = Math.min(...away);
  if (!(least <= FURTHEST * longestSide(bodyBox(last)))) return null;
  return bodies.splice(away.indexOf(least), 1)[0] ?? null;
}

const distance = (a: readonly [Pixels, Pixels], b: readonly [Pixels, Pixels]): Pixels =>
  Math.hypot(a[0] - b[0], a[1] - b[1]);
