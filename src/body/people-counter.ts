import { bodyBox, coveredShare, isInBox, longestSide, midHips, type PictureBox } from './body-box.ts';
import type { Landmarks } from './landmarks.ts';
import { median } from './median.ts';
import { isProportionate } from './person-check.ts';
import type { PeopleCount } from './reading.ts';
import type { Pixels, Share } from './units.ts';

/** What one look at a part of the picture brought. All in pixels of the same picture. */
export interface PeopleLook {
  /** Of the picture. */
  readonly width: Pixels;
  /** The part that was looked at; what lies outside was not seen this time. */
  readonly part: PictureBox;
  /** The one who is measured. */
  readonly person: Landmarks;
  /** Whom the model takes for a person in this part, the measured one or not. */
  readonly found: readonly Landmarks[];
  /** The laptop is being moved: where people are says nothing about whether they moved. */
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
 * Half of the upper body's joints so far from where they were first seen, in two looks running, is a movement. The joints of a
 * photograph in video noise wander by up to .05 of its length.
 */
const MOVED: Share = 0.08;
const MOVED_LOOKS = 2;
/** Nose, shoulders, elbows, wrists and hips. */
const UPPER_BODY = [0, 11, 12, 13, 14, 15, 16, 23, 24];
const VISIBLE = 0.5;

interface Other {
  readonly first: Landmarks;
  readonly last: Landmarks;
  readonly sightings: number;
  readonly misses: number;
  /** Looks running in which they were away from their first place. */
  readonly away: number;
  readonly moved: boolean;
}

/** Counts people over several looks. Nobody counts who was seen once, and a picture on the wall is told by its keeping still. */
export class PeopleCounter {
  #others: readonly Other[] = [];
  #looked = false;

  /** Null: not looked yet. */
  get count(): PeopleCount | null {
    if (!this.#looked) return null;
    const sure = this.#others.filter(({ sightings }) => sightings >= SIGHTINGS);
    const moved = sure.filter((other) => other.moved).length;
    return { people: 1 + moved, still: sure.length - moved };
  }

  take(look: PeopleLook): void {
    this.#looked = true;
    const left = [...elseThan(look)];
    const box = bodyBox(look.person);
    const next: Other[] = [];
    for (const other of this.#others) {
      // It was the measured one, or it has become them.
      if (coveredShare(bodyBox(other.last), box) > MOST_COVERED) continue;
      const again = takeNearest(left, other.last);
      if (again) next.push(seenAgain(other, again, look.laptopMoves));
      else if (!isInBox(look.part, ...midHips(other.last))) next.push(other);
      else if (other.misses + 1 < MISSES) next.push({ ...other, misses: other.misses + 1 });
    }
    const fresh = left.map((body) => ({
      first: body,
      last: body,
      sightings: 1,
      misses: 0,
      away: 0,
      moved: false,
    }));
    this.#others = [...next, ...fresh];
  }

  forget(): void {
    this.#others = [];
    this.#looked = false;
  }
}

/** The bodies that are surely none of the measured person's, nor each other's. */
function elseThan({ found, person, width }: PeopleLook): readonly Landmarks[] {
  const taken = [bodyBox(person)];
  return found.filter((body) => {
    const box = bodyBox(body);
    const is =
      body.score >= LEAST_SCORE &&
      longestSide(box) >= SMALLEST * width &&
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

function seenAgain(other: Other, last: Landmarks, laptopMoves: boolean): Other {
  const sightings = other.sightings + 1;
  if (laptopMoves) return { ...other, first: last, last, sightings, misses: 0, away: 0 };
  const away = wayBetween(other.first, last) > MOVED ? other.away + 1 : 0;
  return { ...other, last, sightings, misses: 0, away, moved: other.moved || away >= MOVED_LOOKS };
}

/** Median way of the joints that are seen both times, over the body's length. */
function wayBetween(a: Landmarks, b: Landmarks): Share {
  const seen = UPPER_BODY.filter((l) => (a.visibility[l] ?? 0) > VISIBLE && (b.visibility[l] ?? 0) > VISIBLE);
  const place = ({ points }: Landmarks, l: number) => [points[2 * l] ?? 0, points[2 * l + 1] ?? 0] as const;
  const way = median(seen.map((l) => distance(place(a, l), place(b, l))));
  return (way ?? 0) / longestSide(bodyBox(a));
}

const distance = (a: readonly [Pixels, Pixels], b: readonly [Pixels, Pixels]): Pixels =>
  Math.hypot(a[0] - b[0], a[1] - b[1]);
