import { EVERYTHING, figuresOf, KINDS, rulesKey, type Figure, type FigureKind } from './accuracy-figures.ts';
import { groupKey, type Pooled } from '../scoring/pool-scores.ts';

/** The committed figures of an earlier run, and the comparison of a new run with them. Pure. */

type Tolerance = { allowed: number; why: string };

interface ReferenceGroup {
  /** Name → fingerprint of its truth. */
  clips: Readonly<Record<string, string>>;
  /** Kind → subject → value. */
  figures: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Reference {
  version: 1;
  tolerances: Readonly<Record<FigureKind, Tolerance>>;
  groups: Readonly<Record<string, ReferenceGroup>>;
}

export interface Comparison {
  /** One sentence a figure. */
  worse: readonly string[];
  /** Figures that are better by more than the tolerance, so that the reference could be renewed. */
  better: readonly string[];
  /** Figures. */
  compared: number;
  /** Groups with other clips than the reference. */
  skipped: readonly string[];
}

/** Allows a difference of exactly the tolerance in spite of floating-point rounding. */
const ROUNDING = 1e-9;

export function referenceOf(pooled: Pooled, tolerances: Reference['tolerances']): Reference {
  const figures = figuresOf(pooled);
  const clips = clipsByGroup(pooled);
  const groups: Record<string, ReferenceGroup> = {};
  for (const [group, names] of clips) {
    const values: Record<string, Record<string, number>> = {};
    for (const { kind, subject, value } of figures.filter((figure) => figure.group === group)) {
      values[kind] = { ...values[kind], [subject]: Number(value.toFixed(KINDS[kind].digits)) };
    }
    groups[group] = { clips: names, figures: values };
  }
  return { version: 1, tolerances, groups };
}

function clipsByGroup({ groups, drills }: Pooled): Map<string, Record<string, string>> {
  const named = (clips: Pooled['groups'][number]['clips']) =>
    Object.fromEntries(clips.map(({ clip, fingerprint }) => [clip, fingerprint]));
  return new Map([
    ...groups.map((group) => [groupKey(group), named(group.clips)] as const),
    ...drills.filter(({ clips }) => clips > 0).map((drill) => [rulesKey(drill), named(drill.files)] as const),
    [EVERYTHING, named(groups.flatMap((group) => group.clips))],
  ]);
}

/**
 * Compares each group whose clips are the same as in the reference; figures of other clips cannot be compared.
 * @param tried every clip of this run, including drills that the app does not have
 */
export function compareWithReference(
  pooled: Pooled,
  reference: Reference,
  tried: Readonly<Record<string, string>>,
): Comparison {
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

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

function referenceFigures(group: string, values: ReferenceGroup['figures']): Figure[] {
  return Object.entries(values).flatMap(([kind, subjects]) =>
    Object.entries(subjects).map(([subject, value]) => ({
      group,
      kind: kind as FigureKind,
      subject,
      value,
    })),
  );
}

const isOf =
  (old: Figure): ((figure: Figure) => boolean) =>
  (figure) =>
    figure.group === old.group && figure.kind === old.kind && figure.subject === old.subject;

function judge(
  old: Figure,
  now: Figure | null,
  tolerance: Tolerance,
): { verdict: 'worse' | 'better' | 'alike'; sentence: string } {
  const { words, unit, worse, digits } = KINDS[old.kind];
  const number = (value: number) => `${value.toFixed(digits)}${unit}`;
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
 * @param value parsed JSON
 * @returns null if it is no reference of this version
 */
export function asReference(value: unknown): Reference | null {
  const reference = value as Partial<Reference> | null;
  if (reference?.version !== 1 || !reference.tolerances || !reference.groups) return null;
  const { tolerances, groups } = reference;
  const complete = Object.keys(KINDS).every((kind) => Number.isFinite(tolerances[kind as FigureKind]?.allowed));
  const known = Object.values(groups).every(
    (group) => group.clips && group.figures && Object.keys(group.figures).every((kind) => kind in KINDS),
  );
  return complete && known ? { version: 1, tolerances, groups } : null;
}

/**
 * By how much a figure may be worse than the reference. These values are used when a reference is first written;
 * afterwards the tolerances in the reference file hold.
 */
export const TOLERANCES: Readonly<Record<FigureKind, Tolerance>> = {
  'mean-error': {
    allowed: 0.5,
    why: 'a tenth of the smallest change of range that a hand-held inclinometer can tell (5°)',
  },
  bias: { allowed: 0.5, why: 'as for the mean error' },
  limits: { allowed: 1, why: 'about twice the tolerance of the error: the limits are 1.96 deviations wide' },
  'mean-error-metres': { allowed: 0.002, why: 'a tenth of the lift that counts as an event (2 cm)' },
  'bias-metres': { allowed: 0.002, why: 'as for the mean error' },
  'limits-metres': { allowed: 0.004, why: 'twice the tolerance of the error' },
  'in-band': { allowed: 0.05, why: 'one frame in twenty; a clip has some 250 that are not independent' },
  coverage: { allowed: 0.05, why: 'one frame in twenty, about a second of a clip' },
  range: { allowed: 1.5, why: 'one largest value a clip, so three times as restless as a mean over frames' },
  missed: { allowed: 0, why: 'a compensation or repetition that used to be found is found again' },
  extra: { allowed: 0, why: 'one false warning more ends trust' },
  delay: { allowed: 0.2, why: 'two frames at 12 a second; a cue is late from 1 s on' },
  'rep-amplitude': { allowed: 1.5, why: 'two extreme values a repetition, as for a range' },
  'rep-hold': { allowed: 0.25, why: 'three frames at 12 a second' },
  f1: { allowed: 0.02, why: 'one event in fifty' },
  'false-per-clean-minute': { allowed: 0.1, why: 'the rate that the project aims to stay under' },
  'cue-precision': { allowed: 0.02, why: 'one cue in fifty' },
  'wrong-cues': { allowed: 0, why: 'one wrong word more ends trust' },
  'wrong-cues-per-clean-minute': {
    allowed: 0.1,
    why: 'a third of the rate that the project aims to stay under',
  },
  'unlike-truth': { allowed: 0, why: 'a set that used to be led and counted right is led and counted right' },
  'not-run': { allowed: 0, why: 'a clip that used to be run is run' },
};
