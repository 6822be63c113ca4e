import { mean, median, percentile, share } from './statistics.mjs';

/**
 * Files of leg joints marked by hand: reading, writing, how far two markers lie apart, and their mean. Pure.
 *
 * @typedef {'left' | 'right'} Side the person's own
 * @typedef {'hip' | 'knee' | 'ankle'} Joint
 * @typedef {readonly [number, number]} Point pixels of the original picture, from its top left corner
 * @typedef {Readonly<Record<Joint, Point>>} Leg
 *
 * @typedef {object} Label the marks of one picture
 * @property {string} name
 * @property {string} source repository and path, or ''
 * @property {string} commit
 * @property {string} licence
 * @property {string} sha256 of the picture's file, or ''
 * @property {string} group kind of posture
 * @property {string} series same person, clothes and place
 * @property {Leg} left
 * @property {Leg} right
 * @property {readonly string[]} guessed joints that the marker could not see, as "left hip"
 * @property {string} note
 * @property {string} marked who marked it
 *
 * @typedef {{ readonly about: string, readonly pictures: readonly Label[] }} LabelFile
 *
 * @typedef {object} Distances between two markers; null where there is nothing to count
 * @property {number} n joints
 * @property {number | null} median pixels
 * @property {number | null} p90 pixels
 * @property {number | null} medianOfLeg % of the leg's length in the picture, by the first marker
 * @property {number | null} p90OfLeg
 *
 * @typedef {object} JointAgreement
 * @property {Distances} seen joints that both markers saw
 * @property {Distances} guessed joints that at least one of them guessed
 * @property {number | null} sameGuess share of joints that both saw or both guessed
 *
 * @typedef {object} Agreement
 * @property {number} pictures that both marked
 * @property {readonly string[]} otherPictures names under which the two files mean different pictures; left out
 * @property {Readonly<Record<Joint, JointAgreement>>} joints
 */

export const SIDES = /** @type {const} */ (['left', 'right']);
export const JOINTS = /** @type {const} */ (['hip', 'knee', 'ankle']);
const TEXTS = /** @type {const} */ (['source', 'commit', 'licence', 'sha256', 'group', 'series', 'note', 'marked']);
/** @typedef {(typeof TEXTS)[number]} TextField */

export const ABOUT =
  'Joint centres in pixels of the original picture, marked by eye, the person\'s own left and right. "guessed": hidden or under cloth. marked: who marked it.';

/**
 * A file of marks out of its text.
 * @param {string} text
 * @returns {LabelFile}
 * @throws {Error} with a clause that says what is wrong
 */
export function parseLabels(text) {
  /** @type {{ about?: unknown, pictures?: unknown } | null} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('it is no JSON');
  }
  if (!Array.isArray(value?.pictures)) throw new Error('it needs a list "pictures"');
  const { about, pictures } = value;
  return { about: typeof about === 'string' ? about : ABOUT, pictures: pictures.map(parseLabel) };
}

/** @param {any} value @param {number} index @returns {Label} */
function parseLabel(value, index) {
  const name = value?.name;
  if (typeof name !== 'string' || name === '') throw new Error(`its picture ${index + 1} has no name`);
  const leg = (/** @type {Side} */ side) => {
    const at = (/** @type {Joint} */ joint) => {
      const point = value[side]?.[joint];
      if (isPoint(point)) return point;
      throw new Error(`its picture "${name}" needs two numbers for the ${side} ${joint}`);
    };
    return { hip: at('hip'), knee: at('knee'), ankle: at('ankle') };
  };
  const texts = textsBy((field) => String(value[field] ?? ''));
  const guessed = Array.isArray(value.guessed) ? value.guessed.map(String) : [];
  return { name, ...texts, left: leg('left'), right: leg('right'), guessed };
}

/** @param {(field: TextField) => string} text @returns {Record<TextField, string>} */
function textsBy(text) {
  return /** @type {Record<TextField, string>} */ (Object.fromEntries(TEXTS.map((field) => [field, text(field)])));
}

/** @param {unknown} value @returns {value is Point} */
const isPoint = (value) => Array.isArray(value) && value.length === 2 && value.every((one) => Number.isFinite(one));

/**
 * The text of a file of marks: one line for each picture, so that two files can be compared line by line.
 * @param {LabelFile} file
 * @returns {string}
 */
export function labelsText({ about, pictures }) {
  const lines = pictures.map(
    ({ name, source, commit, licence, sha256, group, series, left, right, guessed, note, marked }) =>
      `    ${inOneLine({ name, source, commit, licence, sha256, group, series, left, right, guessed, note, marked })}`,
  );
  return `{\n  "about": ${JSON.stringify(about)},\n  "pictures": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** JSON with a space after each comma and colon. Line ends within texts are escaped, so all that are found are of the layout. */
const inOneLine = (/** @type {unknown} */ value) =>
  JSON.stringify(value, null, 1)
    .replace(/([[{])\n\s*/g, '$1')
    .replace(/\n\s*([\]}])/g, '$1')
    .replace(/\n\s*/g, ' ');

/** @param {Label} a @param {Label} b of the same name */
const samePicture = (a, b) => a.sha256 === '' || b.sha256 === '' || a.sha256 === b.sha256;

/** @param {Point} a @param {Point} b */
const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Length of a leg in the picture, pixels. @param {Leg} leg */
const legLength = ({ hip, knee, ankle }) => distance(hip, knee) + distance(knee, ankle);

/**
 * How far the marks of two markers lie apart.
 * @param {LabelFile} first the leg's length is taken from this one
 * @param {LabelFile} second
 * @returns {Agreement}
 */
export function compareMarkers(first, second) {
  const others = new Map(second.pictures.map((label) => [label.name, label]));
  const both = first.pictures.flatMap((a) => {
    const b = others.get(a.name);
    return b ? [{ a, b }] : [];
  });
  const pairs = both.filter(({ a, b }) => samePicture(a, b));
  return {
    pictures: pairs.length,
    otherPictures: both.filter(({ a, b }) => !samePicture(a, b)).map(({ a }) => a.name),
    joints: { hip: agreementOn(pairs, 'hip'), knee: agreementOn(pairs, 'knee'), ankle: agreementOn(pairs, 'ankle') },
  };
}

/**
 * @param {readonly { readonly a: Label, readonly b: Label }[]} pairs
 * @param {Joint} joint
 * @returns {JointAgreement}
 */
function agreementOn(pairs, joint) {
  const found = pairs.flatMap(({ a, b }) =>
    SIDES.map((side) => {
      const name = `${side} ${joint}`;
      return {
        apart: distance(a[side][joint], b[side][joint]),
        leg: legLength(a[side]),
        guesses: Number(a.guessed.includes(name)) + Number(b.guessed.includes(name)),
      };
    }),
  );
  return {
    seen: distancesOf(found.filter(({ guesses }) => guesses === 0)),
    guessed: distancesOf(found.filter(({ guesses }) => guesses > 0)),
    sameGuess: share(found.filter(({ guesses }) => guesses !== 1).length, found.length),
  };
}

/** @param {readonly { readonly apart: number, readonly leg: number }[]} found @returns {Distances} */
function distancesOf(found) {
  const pixels = found.map(({ apart }) => apart);
  // A leg without length says nothing about shares of it.
  const ofLeg = found.filter(({ leg }) => leg > 0).map(({ apart, leg }) => (100 * apart) / leg);
  return {
    n: found.length,
    median: median(pixels),
    p90: percentile(pixels, 0.9),
    medianOfLeg: median(ofLeg),
    p90OfLeg: percentile(ofLeg, 0.9),
  };
}

const HEAD = `| joint | n | median, px | 90 %, px | median, % of the leg | 90 %, % of the leg | "guessed" agrees |
|---|---|---|---|---|---|---|`;

/**
 * The agreement of two markers as a table.
 * @param {Agreement} agreement
 * @returns {string}
 */
export function agreementTable({ joints }) {
  const one = (/** @type {number | null} */ value) => (value === null ? '–' : value.toFixed(1));
  const row = (/** @type {string} */ name, /** @type {Distances} */ found, /** @type {string} */ agrees) =>
    `| ${[name, found.n, one(found.median), one(found.p90), one(found.medianOfLeg), one(found.p90OfLeg), agrees].join(' | ')} |`;
  const seen = JOINTS.map((joint) => {
    const { sameGuess } = joints[joint];
    const agrees = sameGuess === null ? '–' : `${Math.round(100 * sameGuess)} %`;
    return row(`${joint}, seen by both`, joints[joint].seen, agrees);
  });
  const guessed = JOINTS.map((joint) => row(`${joint}, guessed by one or both`, joints[joint].guessed, ''));
  return [HEAD, ...seen, ...guessed].join('\n');
}

/**
 * The mean of the marks of two or more markers. A joint is guessed if half or more of its markers guessed it. Texts
 * are those of the first marker who wrote one; notes are joined.
 * @param {readonly LabelFile[]} files
 * @returns {{ readonly file: LabelFile, readonly leftOut: readonly string[] }} `leftOut`: names of pictures that only
 *   one marker has, or under whose name the files mean different pictures
 */
export function meanOfMarkers(files) {
  const names = [...new Set(files.flatMap(({ pictures }) => pictures.map(({ name }) => name)))];
  const marked = names.map((name) => ({
    name,
    labels: files.flatMap(({ pictures }) => pictures.find((label) => label.name === name) ?? []),
  }));
  const alike = marked.filter(
    ({ labels }) => labels.length >= 2 && labels.every((a) => labels.every((b) => samePicture(a, b))),
  );
  return {
    file: { about: files[0]?.about ?? ABOUT, pictures: alike.map(({ labels }) => meanLabel(labels)) },
    leftOut: marked.filter((one) => !alike.includes(one)).map(({ name }) => name),
  };
}

/** @param {readonly Label[]} labels of one picture @returns {Label} */
function meanLabel(labels) {
  const leg = (/** @type {Side} */ side) => {
    const at = (/** @type {Joint} */ joint) => meanPoint(labels.map((label) => label[side][joint]));
    return { hip: at('hip'), knee: at('knee'), ankle: at('ankle') };
  };
  const guesses = (/** @type {string} */ name) => labels.filter(({ guessed }) => guessed.includes(name)).length;
  const texts = textsBy((field) => labels.find((label) => label[field])?.[field] ?? '');
  const notes = [...new Set(labels.map(({ note }) => note).filter(Boolean))];
  return {
    ...texts,
    name: labels[0]?.name ?? '',
    left: leg('left'),
    right: leg('right'),
    guessed: SIDES.flatMap((side) => JOINTS.map((joint) => `${side} ${joint}`)).filter(
      (name) => 2 * guesses(name) >= labels.length,
    ),
    note: notes.join('; '),
    marked: `mean of ${labels.map(({ marked }) => marked || 'unknown').join(', ')}`,
  };
}

/** To a tenth of a pixel; marks do not repeat better. @param {readonly Point[]} points @returns {Point} */
function meanPoint(points) {
  const along = (/** @type {0 | 1} */ axis) => Math.round(10 * (mean(points.map((point) => point[axis])) ?? 0)) / 10;
  return [along(0), along(1)];
}
