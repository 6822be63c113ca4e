import { BAND_90 } from './score-channels.mjs';
import { largest, mean, median } from './statistics.mjs';

/**
 * What the app reads of puppets: people whose shin was turned in a picture by a known angle. Pure; angles in degrees.
 *
 * @typedef {import('./puppet-take.mjs').TakeReading} TakeReading
 * @typedef {import('./puppet-take.mjs').Source} Source
 * @typedef {import('./puppet-take.mjs').Place} Place
 * @typedef {import('./puppet-course.mjs').CourseFrame} CourseFrame
 *
 * @typedef {object} Moment one angle, held by one leg
 * @property {number} drawn internal rotation since the start
 * @property {number} truthSd how sure that is
 * @property {Readonly<Record<Source, { value: number, sd: number } | null>>} read
 * @property {number} ifAssumed the rotation if the knee were bent by 85°
 * @property {number | null} other what the other hip reads
 * @property {number} inPicture by how much the line from knee to ankle turned in the picture; positive inwards
 * @property {number | null} seen the same by the pose model's landmarks
 *
 * @typedef {object} PuppetLeg
 * @property {string} name
 * @property {boolean} taken the app took the picture as a start
 * @property {number} bend of the knee, as estimated from the marks
 * @property {number} bendSd
 * @property {number | null} bendRead of the knee, as the app fits it
 * @property {number | null} trueBend of a rendered knee; null: not known
 * @property {readonly Moment[]} moments
 *
 * @typedef {object} Row
 * @property {number} drawn
 * @property {number} n
 * @property {number | null} read mean
 * @property {number | null} bias mean of read minus drawn
 * @property {number | null} mae
 * @property {number | null} worst largest error without its sign
 * @property {number} covered legs whose truth lies in the app's 90 % band
 * @property {number} coveredWithTruth the same, if the truth's own standard deviation is added
 * @property {number | null} halfWidth median half-width of that band
 * @property {number | null} truthSd root mean square standard deviation of the truth
 * @property {number | null} ifAssumed mean of the rotation if every knee were bent by 85°
 * @property {number | null} seen mean of the turn in the picture by the landmarks, per degree drawn there
 * @property {number | null} exact mean of what is read if the landmarks move exactly as drawn
 * @property {number | null} exactKnee the same with the knee's landmark alone
 * @property {number | null} exactAnkle the same with the ankle's alone
 */

/** Turn of the line from knee to ankle in the picture, in the sense of the picture. @param {Legs} from @param {Legs} to */
export function turnInPicture(from, to) {
  const v = [from.ankle[0] - from.knee[0], from.ankle[1] - from.knee[1]];
  const w = [to.ankle[0] - to.knee[0], to.ankle[1] - to.knee[1]];
  const [vx = 0, vy = 0] = v;
  const [wx = 0, wy = 0] = w;
  return (Math.atan2(vx * wy - vy * wx, vx * wx + vy * wy) * 180) / Math.PI;
}
/** @typedef {{ readonly knee: Place, readonly ankle: Place }} Legs */

/** @param {readonly TakeReading[]} readings @returns {Legs | null} */
function medianLegs(readings) {
  const legs = readings.flatMap(({ leg }) => (leg ? [leg] : []));
  if (legs.length === 0) return null;
  /** @param {'knee' | 'ankle'} joint @returns {Place} */
  const at = (joint) => [median(legs.map((leg) => leg[joint][0])) ?? 0, median(legs.map((leg) => leg[joint][1])) ?? 0];
  return { knee: at('knee'), ankle: at('ankle') };
}

/**
 * What was read of one leg at each angle that it held: medians of the frames that count.
 * @param {readonly CourseFrame[]} course
 * @param {readonly TakeReading[]} readings one for each frame of the course
 * @param {{ readonly side: 'left' | 'right', readonly drawnAt: (angle: number) => { inPicture: number, truthSd: number, ifAssumed: number } }} made
 * @returns {Moment[]}
 */
export function momentsOf(course, readings, { side, drawnAt }) {
  const start = medianLegs(readings.filter((_, i) => course[i]?.held === 0));
  const held = [...new Set(course.flatMap(({ held: angle }) => (angle === null ? [] : [angle])))];
  // In the picture, internal rotation swings a left foot to the right: against the sense of atan2 with y downwards.
  const inwards = side === 'left' ? -1 : 1;
  return held.map((drawn) => {
    const own = readings.filter((_, i) => course[i]?.held === drawn);
    const now = medianLegs(own);
    const { inPicture, truthSd, ifAssumed } = drawnAt(drawn);
    return {
      drawn,
      ifAssumed,
      truthSd,
      read: {
        app: medianEstimate(own.map(({ turn }) => turn.app)),
        knee: medianEstimate(own.map(({ turn }) => turn.knee)),
        ankle: medianEstimate(own.map(({ turn }) => turn.ankle)),
        exact: medianEstimate(own.map(({ turn }) => turn.exact)),
      },
      other: median(own.flatMap(({ other }) => (other ? [other.value] : []))),
      inPicture: inwards * inPicture,
      seen: start && now && inwards * turnInPicture(start, now),
    };
  });
}

/** @param {readonly ({ value: number, sd: number } | null)[]} estimates */
function medianEstimate(estimates) {
  const some = estimates.flatMap((estimate) => (estimate ? [estimate] : []));
  const value = median(some.map((estimate) => estimate.value));
  const sd = median(some.map((estimate) => estimate.sd));
  return value === null || sd === null ? null : { value, sd };
}

/** @param {readonly PuppetLeg[]} legs @returns {Row[]} */
export function rowsOf(legs) {
  const moments = legs.flatMap(({ moments: own }) => own);
  const angles = [...new Set(moments.map(({ drawn }) => drawn))];
  return angles.map((drawn) =>
    rowOf(
      drawn,
      moments.filter((moment) => moment.drawn === drawn),
    ),
  );
}

/** @param {number} drawn @param {readonly Moment[]} moments @returns {Row} */
function rowOf(drawn, moments) {
  const read = moments.flatMap(({ read: { app }, truthSd }) => (app ? [{ ...app, truthSd }] : []));
  const errors = read.map(({ value }) => value - drawn);
  const within = (/** @type {boolean} */ withTruth) =>
    read.filter(
      ({ value, sd, truthSd }) => Math.abs(value - drawn) <= BAND_90 * Math.hypot(sd, withTruth ? truthSd : 0),
    ).length;
  const meanOf = (/** @type {Source} */ source) =>
    mean(moments.flatMap(({ read: by }) => (by[source] ? [by[source].value] : [])));
  const squares = mean(moments.map(({ truthSd }) => truthSd ** 2));
  return {
    drawn,
    n: read.length,
    read: mean(read.map(({ value }) => value)),
    bias: mean(errors),
    mae: mean(errors.map(Math.abs)),
    worst: largest(errors.map(Math.abs)),
    covered: within(false),
    coveredWithTruth: within(true),
    halfWidth: median(read.map(({ sd }) => BAND_90 * sd)),
    truthSd: squares === null ? null : Math.sqrt(squares),
    ifAssumed: mean(moments.map(({ ifAssumed }) => ifAssumed)),
    seen:
      drawn === 0 ? null : mean(moments.flatMap(({ seen, inPicture }) => (seen === null ? [] : [seen / inPicture]))),
    exact: meanOf('exact'),
    exactKnee: meanOf('knee'),
    exactAnkle: meanOf('ankle'),
  };
}

/**
 * What the other leg reads while one is turned: mean and largest, without sign.
 * @param {readonly PuppetLeg[]} legs
 */
export function leakOf(legs) {
  const others = legs
    .flatMap(({ moments }) => moments)
    .flatMap(({ other, drawn }) => (other === null || drawn === 0 ? [] : [Math.abs(other)]));
  return { n: others.length, mean: mean(others), worst: largest(others) };
}

/**
 * How far estimated bends lie from true ones.
 * @param {readonly PuppetLeg[]} legs
 */
export function bendsOf(legs) {
  const known = legs.flatMap(({ bend, bendSd, trueBend }) =>
    trueBend === null ? [] : [{ error: bend - trueBend, bendSd }],
  );
  return {
    n: known.length,
    bias: mean(known.map(({ error }) => error)),
    mae: mean(known.map(({ error }) => Math.abs(error))),
    covered: known.filter(({ error, bendSd }) => Math.abs(error) <= BAND_90 * bendSd).length,
  };
}

/** A true frame counts for an angle if it is no farther from it. */
const NEAR = 2;

/**
 * What is read in true frames near some angles: first the mean error of each person, then over the people.
 * @param {readonly { readonly turns: readonly { readonly angle: number, readonly pelvisStays: boolean }[],
 *   readonly readings: readonly TakeReading[] }[]} people
 * @param {readonly number[]} angles
 */
export function trueRowsOf(people, angles) {
  return angles.map((drawn) => {
    const errors = people.flatMap(({ turns, readings }) => {
      const own = turns.flatMap(({ angle, pelvisStays }, i) => {
        const read = readings[i]?.turn.app;
        return read && pelvisStays && Math.abs(angle - drawn) <= NEAR ? [read.value - angle] : [];
      });
      const error = mean(own);
      return error === null ? [] : [error];
    });
    const bias = mean(errors);
    return {
      drawn,
      n: errors.length,
      read: bias === null ? null : drawn + bias,
      bias,
      mae: mean(errors.map(Math.abs)),
      worst: largest(errors.map(Math.abs)),
    };
  });
}
