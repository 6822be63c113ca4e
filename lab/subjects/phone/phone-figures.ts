import { readdirSync } from 'node:fs';
import type { DrillDefinition, RuleDefinition } from '../../../src/coach/drill-definition.ts';
import { findDrill } from '../../../src/drills/index.ts';
import { band90, sidesOf } from '../../../src/instrument/geometry/units.ts';
import type { PelvisNow } from './made-phone.ts';
import { bump } from './made-phone.ts';
import { phoneRulesOf, type RulesSet, rulesSet } from './phone-rules-set.ts';
import { type PhoneSet, phoneSet } from './phone-set.ts';
import { CLIPS, clipOf, type PhoneClip, pelvisAt, signalsOf } from './phone-signals.ts';

/** The shipped clips of drills that a phone can watch, by drill. */
export function clipsByDrill(): ReadonlyMap<DrillDefinition, readonly PhoneClip[]> {
  const byDrill = new Map<DrillDefinition, PhoneClip[]>();
  const names = readdirSync(CLIPS).flatMap((file) =>
    file.endsWith('.truth.json') ? [file.replace('.truth.json', '')] : [],
  );
  for (const name of names.filter((one) => !one.includes('-side-'))) {
    const clip = clipOf(name);
    const drill = findDrill(clip.drill, clip.variant);
    if (drill?.phone) byDrill.set(drill, [...(byDrill.get(drill) ?? []), clip]);
  }
  return byDrill;
}

type PhoneRule = ReturnType<typeof phoneRulesOf>[number];

/** Size in the direction of a rule, degrees. */
const sizeFor = ({ direction, part }: PhoneRule, pelvis: PelvisNow): number =>
  direction === 'either' ? Math.abs(pelvis[part]) : direction === 'positive' ? pelvis[part] : -pelvis[part];

/** Degrees. A clip whose pelvis goes beyond this is not clean. */
const CLEAN = 3;

const isClean = (clip: PhoneClip, rules: readonly PhoneRule[]): boolean =>
  clip.frames.every(({ pelvis }) => rules.every((rule) => sizeFor(rule, pelvis) < CLEAN));

export interface RuleFigures {
  readonly drill: string;
  readonly found: number;
  readonly events: number;
  readonly falses: number;
  readonly minutes: number;
  readonly sets: number;
  readonly mounted: number;
  /** Root mean square error of what the phone tells, degrees. */
  readonly error: number;
  readonly missed: readonly string[];
}

/** How long a clean set lasts here, seconds. */
const MINUTE = 60;

/** Events of 6 to 12° and clean minutes with and without a slide, by the phone's room and the rules alone. */
export function ruleFigures(drill: DrillDefinition, clips: readonly PhoneClip[], seeds: number): RuleFigures {
  const rules = phoneRulesOf(drill);
  const clean = clips.filter((clip) => isClean(clip, rules));
  const sums = { found: 0, events: 0, falses: 0, minutes: 0, sets: 0, mounted: 0, squares: 0, told: 0 };
  const missed: string[] = [];
  const count = ({ squares, told, isMounted }: RulesSet): void => {
    sums.squares += squares;
    sums.told += told;
    sums.sets++;
    sums.mounted += isMounted ? 1 : 0;
  };
  for (const [index, clip] of clean.entries())
    for (let seed = index; seed < seeds; seed += clean.length) {
      for (const rule of rules) {
        const made = madeEvent(clip, drill, rule, `${seed}`, 6 + (6 * seed) / seeds);
        count(made.set);
        sums.events++;
        if (made.isFound) sums.found++;
        else missed.push(`${clip.name} ${rule.id} ${seed}`);
      }
      for (const slides of [false, true]) {
        const set = rulesSet(clip, drill, signalsOf(clip, drill, `clean ${seed}`, { slides, lasts: MINUTE }), MINUTE);
        count(set);
        sums.minutes += set.watched / 60;
        sums.falses += set.flags.length;
      }
    }
  return { drill: drill.id, ...sums, error: Math.sqrt(sums.squares / sums.told), missed };
}

/** A clean clip with a fault in it: the pelvis turns to a size and back in three seconds. */
function madeEvent(clip: PhoneClip, drill: DrillDefinition, rule: PhoneRule, seed: string, size: number) {
  const sign = rule.direction === 'negative' || (rule.direction === 'either' && Number(seed) % 2 === 0) ? -1 : 1;
  const at = 6;
  const frames = clip.frames.map((frame, i) => {
    // The top lasts as long as in the rendered faults.
    const share = Math.min(1, 1.3 * bump(i / clip.fps, at, at + 3));
    const value = frame.pelvis[rule.part];
    return { ...frame, pelvis: { ...frame.pelvis, [rule.part]: value + share * (sign * size - value) } };
  });
  const faulty = { ...clip, frames };
  const lasts = Math.min(20, clip.frames.length / clip.fps);
  const set = rulesSet(faulty, drill, signalsOf(faulty, drill, `event ${seed} ${rule.id}`, { lasts }), lasts);
  const isFound = set.flags.some((flag) => flag.rule === rule.id && flag.start < at + 3 && flag.end > at);
  return { set, isFound };
}

export interface ClipFigures {
  readonly clip: string;
  /** Phone flags, those of them that no true pelvis explains, and the true events of the phone's rules and how many were flagged. */
  readonly flags: readonly string[];
  readonly falses: number;
  readonly events: number;
  readonly found: number;
  /** Root mean squares, degrees: of the pelvis by the phone; of the hip with and without it. */
  readonly pelvisError: number;
  readonly hipError: readonly [withPhone: number, without: number];
  /** Mean half width of the hip's 90 % band, degrees. */
  readonly band: readonly [withPhone: number, without: number];
  readonly share: number;
}

/** One clip through pipeline, fit and coach, with and without the phone. */
export async function clipFigures(clip: PhoneClip, drill: DrillDefinition, slides: boolean): Promise<ClipFigures> {
  const signals = signalsOf(clip, drill, 'pipeline', { slides });
  const [phone, without] = [await phoneSet(clip, drill, signals), await phoneSet(clip, drill, null)];
  const rules = phoneRulesOf(drill);
  const flags = phone.record.flags.filter(({ rule }) => rules.some(({ id }) => id === rule));
  const explains = (id: RuleDefinition['id'], from: number, to: number): boolean => {
    const rule = rules.find((one) => one.id === id);
    return clip.frames.some((frame, i) => {
      const t = i / clip.fps;
      return rule !== undefined && t > from - 0.5 && t < to + 0.5 && sizeFor(rule, frame.pelvis) > CLEAN;
    });
  };
  const events = rules.flatMap((rule) => (clip.frames.some(({ pelvis }) => sizeFor(rule, pelvis) >= 6) ? [rule] : []));
  return {
    clip: clip.name,
    flags: flags.map(({ rule, start, peak }) => `${rule} ${start.toFixed(1)} ${peak.toFixed(1)}°`),
    falses: flags.filter(({ rule, start, end }) => !explains(rule, start, end)).length,
    events: events.length,
    found: events.filter(({ id }) => flags.some(({ rule }) => rule === id)).length,
    pelvisError: pelvisError(clip, phone),
    hipError: [hipOf(clip, phone).error, hipOf(clip, without).error],
    band: [hipOf(clip, phone).band, hipOf(clip, without).band],
    share: phone.readings.filter((reading) => reading.phone?.pelvis).length / phone.readings.length,
  };
}

function pelvisError(clip: PhoneClip, { readings }: PhoneSet): number {
  const squares = readings.flatMap(({ time, phone }) => {
    const truth = pelvisAt(clip, time);
    return (['twist', 'obliquity', 'tilt'] as const).flatMap((part) => {
      const found = phone?.pelvis?.[part];
      return found ? [(found.value - truth[part]) ** 2] : [];
    });
  });
  return Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length);
}

/** Error and band of the hip's rotation after the hold. */
function hipOf(clip: PhoneClip, { readings }: PhoneSet): { readonly error: number; readonly band: number } {
  const still = clip.frames.slice(0, Math.round(2.5 * clip.fps));
  const all = readings.flatMap(({ time, body }, i) =>
    sidesOf(clip.side).flatMap((side) => {
      const found = body?.valid ? body.leg[side].internalRotation : null;
      const truth = clip.frames[i]?.hip[side].internalRotation;
      if (!found || truth === undefined || time < 3) return [];
      const zero = still.reduce((sum, { hip }) => sum + hip[side].internalRotation, 0) / still.length;
      return [{ square: (found.value - (truth - zero)) ** 2, band: band90(found.sd) }];
    }),
  );
  const mean = (of: (one: (typeof all)[number]) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  return { error: Math.sqrt(mean(({ square }) => square)), band: mean(({ band }) => band) };
}
