import { BackgroundWatch, type RoomLook } from './background-watch.ts';
import { similarity, type Similarity } from '../geometry/least-squares.ts';
import { landmarkAt, type PicturePoint } from '../geometry/picture-points.ts';
import { DEG } from '../geometry/rotation.ts';
import { type Degrees, isWithin, type Pixels, type Seconds, type Share } from '../geometry/units.ts';
import { type FrameLandmarks, JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import type { CameraChange } from '../output/reading.ts';

const { left: LEFT, right: RIGHT } = JOINT_LANDMARKS;
/** Nose, ears and shoulders. */
const UPPER: readonly number[] = [0, 7, 8, LEFT.shoulder, RIGHT.shoulder];
/** Parts of the body whose distances hardly change in a drill: head, shoulders and feet. */
const PARTS: readonly number[] = [...UPPER, LEFT.ankle, LEFT.heel, RIGHT.ankle, RIGHT.heel];
/** A landmark of less visibility is a guess of the pose model. */
const SEEN = 0.5;
/** Head and both ends of the body must be among the parts that are seen. */
const FEWEST_PARTS = 6;
const FEWEST_UPPER = 4;
/** A smaller change of scale can be an error of the landmarks or a body that slides along the floor. */
const LEAST_ZOOM: Share = 0.08;
/**
 * Least part of the zoom that head and shoulders must show alone: feet held in the air may come nearer by themselves.
 * Without a zoom it stays below 0.35 (nine clips, BlazePose's landmarks); with one it was 0.64 and more.
 */
const UPPER_SHARE: Share = 0.5;
/**
 * Most of the squared displacements that a zoom may leave unexplained. In two zoomed clips 0.01–0.14 were unexplained
 * while the feet stood, and 0.2 and more while a foot moved.
 */
const UNEXPLAINED: Share = 0.25;

/**
 * A zoom turns nothing in the picture. A body that rolls over or sits up can look like a zoom, because its parts come nearer or
 * go farther together, but it turns by 9° and more (true landmarks of the shipped clips). The smaller head and shoulders are read
 * less surely, so they may turn more.
 */
const MOST_TURN: Degrees = 5;
const MOST_UPPER_TURN: Degrees = 10;

/**
 * Finds a zoom from the body alone, for rooms with too few edges to be watched. When the camera zooms, all parts of a
 * body that keeps still move away from one point or towards it, as if the picture had been stretched.
 */
export class BodyZoom {
  readonly #still: FrameLandmarks;

  /** @param still landmarks of the hold, pixels */
  constructor(still: FrameLandmarks) {
    this.#still = { points: Float32Array.from(still.points), visibility: Float32Array.from(still.visibility) };
  }

  /** Whether the body looks stretched or shrunk as a whole since the hold. */
  isZoomed(now: FrameLandmarks): boolean {
    const [whole, upper] = [this.#similarity(now, PARTS, FEWEST_PARTS), this.#similarity(now, UPPER, FEWEST_UPPER)];
    if (!whole || !upper || whole.unexplained > UNEXPLAINED) return false;
    if (turnOf(whole) > MOST_TURN || turnOf(upper) > MOST_UPPER_TURN) return false;
    const [grown, upperGrown] = [Math.hypot(whole.a, whole.b) - 1, Math.hypot(upper.a, upper.b) - 1];
    return Math.abs(grown) >= LEAST_ZOOM && upperGrown / grown >= UPPER_SHARE;
  }

  /** Null: too few of these parts are seen. */
  #similarity(now: FrameLandmarks, parts: readonly number[], fewest: number): Similarity | null {
    const seen = parts.filter((l) => [this.#still, now].every(({ visibility }) => (visibility[l] ?? 0) >= SEEN));
    if (seen.length < fewest) return null;
    const at = ({ points }: Pick<FrameLandmarks, 'points'>) => seen.map((l) => landmarkAt(points, l));
    return similarity(at(this.#still), at(now));
  }
}

/** How far the points have turned in the picture, either way. */
const turnOf = ({ a, b }: Similarity): Degrees => DEG * Math.abs(Math.atan2(b, a));

/** Time between two looks. One costs about 4 ms on one core. */
const EVERY: Seconds = 0.14;
/** Shift of the room that is more than compression noise, pixels in a picture 960 wide. */
const SHIFT: Pixels = 3;
/** Looks in a row that must see a change before it is certain. */
const CERTAIN = 3;
/** The same for a room that is not recognised at all: someone may have walked up to the lens. */
const CERTAIN_GONE = 7;
/** The same for a zoom that only the body shows: the person may be getting up. */
const CERTAIN_BODY = 10;
/**
 * A swaying laptop may shift by this many times the root mean square shift during the hold. 1.73 bounds 95 % of single
 * shifts (Rayleigh distribution); the rest is a margin, because the hold has only a few pictures.
 */
const SWAY_BOUND = 2.7;
/** Pictures of a hold with less sway than this may be averaged, pixels in a picture 960 wide. */
const STEADY_SWAY: Pixels = 1;
/**
 * A smaller zoom changes the angles by about as much as the allowed shift does: at 1 % those of people who lie or kneel by
 * up to 0.4°, flexion of people who stand by 2°, and rotation in the 90/90 seat seen from the front by 3.6°.
 */
const ZOOM = 0.01;
/** A change is a zoom, not a moved laptop, from this share of the zoom in the whole shift on. */
const ZOOM_SHARE: Share = 0.5;
/** The laptop has tipped, and not only slid, from this share of the turn in the shift without zoom on. */
const TURN_SHARE: Share = 0.5;

/** What the background says about the camera. */
export interface CameraState {
  /** What has certainly happened since the reference pose. Null: nothing. */
  readonly change: CameraChange | null;
  /** What the last look suspects; the same as `change` once it is certain. */
  readonly suspected: CameraChange | null;
  /** True from the first look that sees a change until the change is certain or has passed. */
  readonly unsure: boolean;
}

export const CAMERA_IN_PLACE: CameraState = { change: null, suspected: null, unsure: false };

/**
 * Tells from the background whether the camera has moved or zoomed since the reference pose. A laptop on a soft seat
 * sways by itself: shifts as large as those within the still hold do not count. In a room with too few edges the body
 * itself shows a zoom.
 */
export class CameraWatch {
  readonly #room: BackgroundWatch | null;
  readonly #limit: Pixels;
  /** What a swaying laptop shifts by itself. */
  readonly #sway: Pixels;
  readonly #body: BodyZoom | null;
  #state: CameraState = CAMERA_IN_PLACE;
  #look: RoomLook = { kind: 'unclear' };
  #lookedAt: Seconds = -Infinity;
  /** What the room says, whatever the body does. */
  #roomState: CameraState = CAMERA_IN_PLACE;
  /** Looks in a row at which the room, or the body, showed a change. */
  #roomSeen = 0;
  #bodySeen = 0;

  /**
   * @param hold pictures of the still hold, the newest last
   * @param person the still person
   */
  constructor(hold: readonly Picture[], person: Landmarks | null) {
    const { room, limit, sway } = roomOf(hold, person);
    this.#room = room;
    this.#sway = sway;
    this.#limit = limit;
    this.#body = person && new BodyZoom(person);
  }

  get state(): CameraState {
    return this.#state;
  }

  /** How far the room has moved in the picture at this place since the start, pixels, by the last look. Null: the room does not say. */
  shiftAt(place: PicturePoint): PicturePoint | null {
    return this.#look.kind === 'seen' ? this.#look.shiftAt(place) : null;
  }

  /** Feeds every frame, with or without a person; the room is looked at a few times a second. */
  step(picture: Picture, person: Landmarks | null, time: Seconds): CameraState {
    if (this.#state.change || isWithin(time - this.#lookedAt, EVERY)) return this.#state;
    this.#lookedAt = time;
    const look: RoomLook = this.#room?.look(picture, person) ?? { kind: 'unclear' };
    this.#look = look;
    if (this.#room && this.#saysSomething(look)) {
      this.#bodySeen = 0;
      this.#roomState = this.#afterRoom(this.#room, look, picture, person);
      this.#state = this.#roomState;
    } else {
      // A look that sees too little neither confirms nor ends a suspicion of the room.
      if (look.kind !== 'unclear') this.#forgetRoom();
      this.#state = this.#afterBody(person) ?? this.#roomState;
    }
    return this.#state;
  }

  /** False: the room cannot be seen, or has too few edges to agree on a motion. */
  #saysSomething(look: RoomLook): look is Exclude<RoomLook, { kind: 'unclear' }> {
    return look.kind === 'gone' || (look.kind === 'seen' && (look.agreed || !this.#isBeyond(look)));
  }

  #afterRoom(
    room: BackgroundWatch,
    look: Exclude<RoomLook, { kind: 'unclear' }>,
    picture: Picture,
    person: Landmarks | null,
  ): CameraState {
    const found = look.kind === 'gone' ? room.search(picture, person) : look;
    if (found.kind === 'seen' && !(found.agreed && this.#isBeyond(found))) return this.#forgetRoom();
    this.#roomSeen++;
    // Without a person in the picture it is not known whether a body covers the room.
    const needed = found.kind === 'seen' ? CERTAIN : person ? CERTAIN_GONE : Infinity;
    return stateOf(kindOf(found), this.#roomSeen >= needed);
  }

  /** @returns null: the body shows no zoom */
  #afterBody(person: Landmarks | null): CameraState | null {
    const isZoomed = person !== null && (this.#body?.isZoomed(person) ?? false);
    this.#bodySeen = isZoomed ? this.#bodySeen + 1 : 0;
    return isZoomed ? stateOf('zoomed', this.#bodySeen >= CERTAIN_BODY) : null;
  }

  #forgetRoom(): CameraState {
    this.#roomSeen = 0;
    this.#roomState = CAMERA_IN_PLACE;
    return CAMERA_IN_PLACE;
  }

  #isBeyond({ size, shiftSize, zoom }: RoomLook & { kind: 'seen' }): boolean {
    return shiftSize > this.#limit || (Math.abs(zoom - 1) >= ZOOM && size > this.#sway);
  }
}

const stateOf = (suspected: CameraChange, isCertain: boolean): CameraState => ({
  change: isCertain ? suspected : null,
  suspected,
  unsure: !isCertain,
});

function kindOf(look: RoomLook): CameraChange {
  if (look.kind !== 'seen') return 'moved';
  if (Math.abs(look.zoom - 1) >= ZOOM && look.zoomSize >= ZOOM_SHARE * look.size) return 'zoomed';
  return look.turnSize >= TURN_SHARE * look.shiftSize ? 'tilted' : 'slid';
}

function roomOf(
  hold: readonly Picture[],
  person: Landmarks | null,
): { room: BackgroundWatch | null; limit: Pixels; sway: Pixels } {
  const newest = hold.at(-1);
  const earlier = hold.slice(0, -1);
  const first = newest ? BackgroundWatch.of([newest], person)?.steady(earlier) : null;
  if (!newest || !first) return { room: null, limit: Infinity, sway: Infinity };
  const unit = Math.max(newest.width, newest.height) / 960;
  const sway = swayOf(first, earlier);
  const mean = sway < STEADY_SWAY * unit ? BackgroundWatch.of(hold, person)?.steady(hold) : null;
  return { room: mean ?? first, limit: Math.max(SHIFT * unit, SWAY_BOUND * sway), sway: SWAY_BOUND * sway };
}

/** Root mean square shift of the hold's earlier pictures against its last; 0 if fewer than two can be compared. */
function swayOf(room: BackgroundWatch, earlier: readonly Picture[]): Pixels {
  const sizes = earlier.flatMap((picture) => {
    const look = room.look(picture);
    return look.kind === 'seen' ? [look.size] : [];
  });
  return sizes.length < 2 ? 0 : Math.sqrt(sizes.reduce((sum, size) => sum + size ** 2, 0) / sizes.length);
}
