import { EVERYTHING, figuresOf, KINDS, rulesKey } from './accuracy-figures.mjs';
import { groupKey } from '../scoring/pool-scores.mjs';

/**
 * The committed figures of an earlier run, and what a later run says to them. Pure.
 *
 * @typedef {import('../scoring/pool-scores.mjs').Pooled} Pooled
 * @typedef {import('./accuracy-figures.mjs').Figure} Figure
 * @typedef {import('./accuracy-figures.mjs').FigureKind} FigureKind
 * @typedef {import('./accuracy-tolerances.mjs').Tolerance} Tolerance
 *
 * @typedef {object} ReferenceGroup
 * @property {Readonly<Record<string, string>>} clips name → fingerprint of its truth
 * @property {Readonly<Record<string, Readonly<Record<string, number>>>>} figures kind → subject → value
 * @typedef {object} Reference
 * @property {1} version
 * @property {Readonly<Record<FigureKind, Tolerance>>} tolerances
 * @property {Readonly<Record<string, ReferenceGroup>>} groups
 *
 * @typedef {object} Comparison
 * @property {readonly string[]} worse a sentence per figure
 * @property {readonly string[]} better figures that beat their reference by more than the tolerance: it may be renewed
 * @property {number} compared figures
 * @property {readonly string[]} skipped groups whose clips are not the ones of the reference
 */

/** Binary fractions: a difference of exactly the tolerance is allowed. */
const ROUNDING = 1e-9;

/**
 * @param {Pooled} pooled
 * @param {Reference['tolerances']} tolerances
 * @returns {Reference}
 */
export function referenceOf(pooled, tolerances) {
  const figures = figuresOf(pooled);
  const clips = clipsByGroup(pooled);
  /** @type {Record<string, ReferenceGroup>} */
  const groups = {};
  for (const [group, names] of clips) {
    /** @type {Record<string, Record<string, number>>} */
    const values = {};
    for (const { kind, subject, value } of figures.filter((figure) => figure.group === group)) {
      values[kind] = { ...values[kind], [subject]: Number(value.toFixed(KINDS[kind].digits)) };
    }
    groups[group] = { clips: names, figures: values };
  }
  return { version: 1, tolerances, groups };
}

/** @param {Pooled} pooled @returns {Map<string, Record<string, string>>} */
function clipsByGroup({ groups, drills }) {
  const named = (/** @type {Pooled['groups'][number]['clips']} */ clips) =>
    Object.fromEntries(clips.map(({ clip, fingerprint }) => [clip, fingerprint]));
  return new Map([
    ...groups.map((group) => /** @type {const} */ ([groupKey(group), named(group.clips)])),
    ...drills
      .filter(({ clips }) => clips > 0)
      .map((drill) => /** @type {const} */ ([rulesKey(drill), named(drill.files)])),
    [EVERYTHING, named(groups.flatMap((group) => group.clips))],
  ]);
}

/**
 * A group is compared only with the very clips of its reference: of other clips a worse figure says nothing.
 * @param {Pooled} pooled
 * @param {Reference} reference
 * @param {Readonly<Record<string, string>>} tried every clip of this run, also those of drills that the app does not have
 * @returns {Comparison}
 */
export function compareWithReference(pooled, reference, tried) {
  const figures = figuresOf(pooled);
  const clips = clipsByGroup(pooled);
  const verdicts = Object.entries(reference.groups).map(([group, { clips: wanted, figures: values }]) => {
    const present = clips.get(group);
    const same = present !== undefined && isSame(present, wanted);
    const gone = present === undefined && Object.keys(wanted).every((name) => tried[name] === wanted[name]);
    return { group, same, gone, values: same ? referenceFigures(group, values) : [] };
  });
  const judged = verdicts.flatMap(({ values }) =>
    values.map((old) => judge(old, figures.find(isOf(old)) ?? null, reference.tolerances[old.kind])),
  );
  return {
    worse: [
      ...verdicts.flatMap(({ group, gone }) => (gone ? [`${group}: its clips are no longer scored.`] : [])),
      ...judged.flatMap(({ verdict, sentence }) => (verdict === 'worse' ? [sentence] : [])),
    ],
    better: judged.flatMap(({ verdict, sentence }) => (verdict === 'better' ? [sentence] : [])),
    compared: judged.length,
    skipped: verdicts.flatMap(({ group, same, gone }) => (same || gone ? [] : [group])),
  };
}

/** @param {Readonly<Record<string, string>>} a @param {Readonly<Record<string, string>>} b */
function isSame(a, b) {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** @param {string} group @param {ReferenceGroup['figures']} values @returns {Figure[]} */
function referenceFigures(group, values) {
  return Object.entries(values).flatMap(([kind, subjects]) =>
    Object.entries(subjects).map(([subject, value]) => ({
      group,
      kind: /** @type {FigureKind} */ (kind),
      subject,
      value,
    })),
  );
}

/** @param {Figure} old @returns {(figure: Figure) => boolean} */
const isOf = (old) => (figure) =>
  figure.group === old.group && figure.kind === old.kind && figure.subject === old.subject;

/**
 * @param {Figure} old
 * @param {Figure | null} now
 * @param {Tolerance} tolerance
 * @returns {{ verdict: 'worse' | 'better' | 'alike', sentence: string }}
 */
function judge(old, now, tolerance) {
  const { words, unit, worse, digits } = KINDS[old.kind];
  const number = (/** @type {number} */ value) => `${value.toFixed(digits)}${unit}`;
  const what = `${old.group}: the ${words} ${old.subject.replaceAll('-', ' ')}`;
  if (now === null) {
    return {
      verdict: 'worse',
      sentence: `${what} was ${number(old.value)} in the reference and is no longer measured.`,
    };
  }
  const change = worse === 'higher' ? now.value - old.value : old.value - now.value;
  const allowed = `${number(tolerance.allowed)} ${worse === 'higher' ? 'more' : 'less'}`;
  return {
    verdict:
      change > tolerance.allowed + ROUNDING ? 'worse' : -change > tolerance.allowed + ROUNDING ? 'better' : 'alike',
    sentence: `${what} is ${number(now.value)}, and ${number(old.value)} in the reference; ${allowed} would be allowed.`,
  };
}

/**
 * @param {unknown} value parsed JSON
 * @returns {Reference | null} null: not a reference of this version
 */
export function asReference(value) {
  const reference = /** @type {Partial<Reference> | null} */ (value);
  if (reference?.version !== 1 || !reference.tolerances || !reference.groups) return null;
  const { tolerances, groups } = reference;
  const complete = Object.keys(KINDS).every((kind) =>
    Number.isFinite(tolerances[/** @type {FigureKind} */ (kind)]?.allowed),
  );
  const known = Object.values(groups).every(
    (group) => group.clips && group.figures && Object.keys(group.figures).every((kind) => kind in KINDS),
  );
  return complete && known ? { version: 1, tolerances, groups } : null;
}
