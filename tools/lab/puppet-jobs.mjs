import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { runCommand } from '../shared/run-command.mjs';
import { ANGLES, courseOf, RATE } from '../scoring/puppet-course.mjs';

/**
 * What puppets are made of: legs marked in photographs, and legs of rendered people.
 *
 * @typedef {import('../scoring/puppet-take.mjs').Place} Place
 *
 * @typedef {object} PuppetJob what `make_puppets.py` is told
 * @property {string} name
 * @property {string} picture
 * @property {'left' | 'right'} side
 * @property {number} height metres
 * @property {readonly number[]} angles
 * @property {Readonly<Record<string, number>>} [known] of a rendered person
 * @property {number} [bend] true flexion of a rendered knee
 * @property {number} [band] pixels by which the outline may be off
 * @property {Readonly<Record<string, readonly number[]>>} [priors] in place of the maker's own
 *
 * @typedef {object} MarkedLegs content of `tests/lab/puppets/marks.json`
 * @property {readonly { readonly file: string, readonly sha256: string }[]} pictures
 * @property {readonly { readonly name: string, readonly file: string, readonly side: 'left' | 'right' }[]} legs
 *
 * @typedef {object} Truth the part of a truth file that is used
 * @property {'left' | 'right'} side
 * @property {number} fps
 * @property {number} width
 * @property {{ readonly pitchDegrees: number, readonly horizontalFovDegrees: number }} camera
 * @property {{ readonly heightMetres: number, readonly thighMetres: number, readonly shankMetres: number }} subject
 * @property {readonly { readonly kind: string, readonly start: number, readonly end: number }[]} phases
 * @property {readonly TruthFrame[]} frames
 *
 * @typedef {object} TruthFrame
 * @property {Readonly<Record<'left' | 'right', { readonly internalRotation: number }>>} hip
 * @property {Readonly<Record<'left' | 'right', number>>} knee
 * @property {{ readonly obliquity: number }} pelvis
 * @property {readonly Place[]} landmarks
 */

/** Height of the people in the photographs, metres: not known; angles do not depend on it. */
const HEIGHT = 1.78;
const TRUTH = '.truth.json';
/** Frame of a rendered clip that is cut: the person holds the start. */
const HELD_FRAME = RATE;
const LANDMARKS = { hip: 23, knee: 25, ankle: 27, heel: 29, toe: 31 };
/** Pixels by which the outline around rendered joints may be off. */
const ROUGH_BAND = 7;
/** Rendered feet hang in the air. */
const HANGING = { foot_pitch: [0, 15] };

/** Every angle that a puppet passes through. */
const drawnAngles = () => [...new Set([...ANGLES, ...courseOf().map(({ angle }) => angle)])];

/**
 * Legs whose picture is in a folder: a clone of the public collection, or its pictures under flat names.
 * @param {string} folder @param {MarkedLegs} marks @param {string} only
 * @returns {{ jobs: PuppetJob[], absent: string[] }}
 */
export function photographJobs(folder, { pictures, legs }, only) {
  const files = new Map(pictures.map(({ file, sha256 }) => [file, pictureIn(folder, file, sha256)]));
  const jobs = legs
    .filter(({ name }) => name.includes(only))
    .flatMap((leg) => {
      const picture = files.get(leg.file);
      return picture ? [{ ...leg, picture, height: HEIGHT, angles: drawnAngles() }] : [];
    });
  return { jobs, absent: [...files].flatMap(([file, found]) => (found ? [] : [file])) };
}

/** @param {string} folder @param {string} file @param {string} sha256 */
function pictureIn(folder, file, sha256) {
  const flat = file.split('/').slice(-2).join('-');
  const inside = file.split('/').slice(1).join('/');
  return (
    [file, inside, flat]
      .map((place) => join(folder, place))
      .filter((place) => existsSync(place))
      .find((place) => createHash('sha256').update(readFileSync(place)).digest('hex') === sha256) ?? null
  );
}

/**
 * Rendered clips of the seated hip test in a folder.
 * @param {string} folder
 * @returns {{ name: string, clip: string, truth: Truth }[]}
 */
export function renderedClips(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.startsWith('hip-test-seated-') && file.endsWith(TRUTH))
    .sort()
    .map((file) => file.slice(0, -TRUTH.length))
    .filter((name) => existsSync(join(folder, `${name}.webm`)))
    .map((name) => ({
      name,
      clip: join(folder, `${name}.webm`),
      truth: JSON.parse(readFileSync(join(folder, `${name}${TRUTH}`), 'utf8')),
    }));
}

/**
 * All frames of a clip as pictures.
 * @param {string} ffmpeg @param {string} clip @param {string} prefix of their paths
 * @param {number} count
 */
export async function framesOf(ffmpeg, clip, prefix, count) {
  const args = ['-nostdin', '-y', '-v', 'error', '-i', clip, '-fps_mode', 'passthrough', `${prefix}-%04d.png`];
  const { status, output } = await runCommand(ffmpeg, args, { timeoutSeconds: 900 });
  if (status !== 0) throw new ExitError(EXIT.noEncoder, `ffmpeg could not take frames of "${clip}": ${output.trim()}`);
  return Array.from({ length: count }, (_, i) => `${prefix}-${`${i + 1}`.padStart(4, '0')}.png`);
}

/**
 * A rendered person's leg, with its true joints and camera.
 * @param {string} name @param {Truth} truth @param {readonly string[]} frames
 * @returns {PuppetJob}
 */
export function renderedJob(name, { side, camera, subject, frames: moments }, frames) {
  const moment = moments[HELD_FRAME];
  const picture = frames[HELD_FRAME];
  if (!moment || !picture) throw new Error(`${name} is too short`);
  const right = side === 'left' ? 0 : 1;
  const joints = Object.fromEntries(
    Object.entries(LANDMARKS).map(([joint, left]) => [joint, moment.landmarks[left + right]]),
  );
  return {
    name,
    picture,
    side,
    height: subject.heightMetres,
    angles: drawnAngles(),
    ...joints,
    band: ROUGH_BAND,
    priors: HANGING,
    bend: moment.knee[side],
    known: {
      log_focal: Math.log(0.5 / Math.tan((camera.horizontalFovDegrees * Math.PI) / 360)),
      pitch: -camera.pitchDegrees,
      log_thigh: Math.log(subject.thighMetres / subject.heightMetres),
      log_shank: Math.log(subject.shankMetres / subject.heightMetres),
    },
  };
}

/**
 * True rotation of each frame of a clip since its hold, and whether the pelvis stayed.
 * @param {Truth} truth
 */
export function trueTurns({ side, frames, phases, fps }) {
  const still = Math.round((phases.find(({ kind }) => kind === 'neutral')?.end ?? 0) * fps);
  const zero = (/** @type {(frame: TruthFrame) => number} */ of) =>
    frames.slice(0, still).reduce((sum, frame) => sum + of(frame), 0) / still;
  const turn = (/** @type {TruthFrame} */ frame) => frame.hip[side].internalRotation;
  const rise = (/** @type {TruthFrame} */ frame) => frame.pelvis.obliquity;
  const [noTurn, noRise] = [zero(turn), zero(rise)];
  return frames.map((frame, i) => ({
    angle: turn(frame) - noTurn,
    still: i < still,
    isPassive: phases.some(({ kind, start, end }) => kind === 'passive' && i >= start * fps && i < end * fps),
    pelvisStays: Math.abs(rise(frame) - noRise) < 1,
  }));
}
