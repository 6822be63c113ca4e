import { type CivilDay, placeTime } from '../../training/planning/civil-day.ts';
import { commonWords } from '../../i18n/en/common.ts';
import { dateLocale, figure, perCent } from '../../i18n/speaking.ts';
import {
  band90,
  type Degrees,
  type Estimate,
  type Metres,
  type Seconds,
  type Share,
} from '../../instrument/geometry/units.ts';
import { coarsely, isCoarse, toldAngle } from '../../coach/progress/clean-range.ts';
import type { Units } from '../../storage/storage-contract.ts';

const MINUS = '−';

/** A whole number with a true minus sign, and never "−0". */
export const formatWhole = (value: number): string => {
  const whole = Math.round(value);
  if (whole === 0) return '0';
  return whole < 0 ? `${MINUS}${-whole}` : `${whole}`;
};

/** Whole degrees; a dash for null. */
export const formatDegrees = (value: Degrees | null): string => (value === null ? '–' : `${formatWhole(value)}°`);

/** Half-width of the 90 % error band in whole degrees, as it is told. */
export const bandDegrees = (sd: Degrees): number => toldAngle({ value: 0, sd })?.band ?? Math.round(band90(sd));

/** An angle that another one's band makes coarse too: "28°", "about 30°"; a dash for null. */
export const formatLike = (value: Degrees | null, sd: Degrees | null): string =>
  value !== null && isCoarse(sd) ? commonWords().about(formatDegrees(coarsely(value))) : formatDegrees(value);

/** An angle and its error as two texts that follow each other without a blank. */
export interface AngleText {
  /** "26°", "about 20°", "–". */
  readonly value: string;
  /** " ± 4°", ", give or take 10"; empty: the error is not known. */
  readonly band: string;
}

export function angleText(value: Degrees | null, sd: Degrees | null): AngleText {
  if (value === null || sd === null) return { value: formatDegrees(value), band: '' };
  const told = toldAngle({ value, sd });
  if (told === null) return { value: '–', band: '' };
  const words = commonWords();
  return told.kind === 'exact'
    ? { value: formatDegrees(told.value), band: ` ± ${told.band}°` }
    : { value: words.about(formatDegrees(told.value)), band: words.giveOrTake(told.band) };
}

/** "26° ± 4°", or "about 20°, give or take 10". */
export function formatEstimate(estimate: Estimate<Degrees> | null): string {
  const { value, band } = angleText(estimate?.value ?? null, estimate?.sd ?? null);
  return `${value}${band}`;
}

/**
 * The pelvic contribution.
 * @param atLeast the value is a lower bound: it is written "6° or more", and zero is written "none seen"
 */
export const formatBorrowed = (value: Degrees | null, atLeast: boolean): string => {
  if (value === null) return '–';
  if (atLeast && Math.round(value) <= 0) return commonWords().noneSeen;
  return atLeast ? commonWords().orMore(formatDegrees(value)) : formatDegrees(value);
};

/**
 * The gross range, as the sum of the rounded clean and borrowed ranges: 26.1 and 6.4 are shown as 26 and 6, so their sum is shown
 * as 32 and not as 33. When the parts do not add up to the gross range within 1°, it is rounded by itself.
 */
export const formatGross = ({
  clean,
  borrowed,
  gross,
  sd = null,
}: Readonly<Record<'clean' | 'borrowed' | 'gross', Degrees | null>> & { readonly sd?: Degrees | null }): string => {
  if (isCoarse(sd)) return formatLike(gross, sd);
  if (clean === null || borrowed === null || gross === null) return formatDegrees(gross);
  const shown = Math.round(clean) + Math.max(0, Math.round(borrowed));
  return formatDegrees(Math.abs(shown - gross) <= 1 ? shown : gross);
};

/** Time left, rounded up: 0:05 is shown from 5 s down to just above 4 s. */
export const formatCountdown = (left: Seconds): string => {
  const whole = Math.max(0, Math.ceil(left - 1e-6));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** A moment in a set: "0:07.4". */
export const formatMoment = (time: Seconds): string => {
  const tenths = Math.max(0, Math.round(time * 10));
  const minutes = Math.floor(tenths / 600);
  const seconds = (tenths - minutes * 600) / 10;
  return `${minutes}:${figure(seconds, 1).padStart(4, '0')}`;
};

/** A length in words: "45 s", "2 min", "2 min 30 s". */
export const formatLength = (length: Seconds): string => {
  const whole = Math.round(length);
  const minutes = Math.floor(whole / 60);
  const seconds = whole % 60;
  if (minutes === 0) return `${seconds} s`;
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
};

/** The same as one would say it beforehand, after "about": by the quarter of a minute, from three minutes on by the minute. */
export const formatAbout = (length: Seconds): string => {
  const step = length < 180 ? 15 : 60;
  return formatLength(Math.max(step, Math.round(length / step) * step));
};

export const formatShare = (share: Share): string => perCent(Math.round(share * 100));

/** Decimal megabytes, as file managers show them. */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1e3) return `${bytes} B`;
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  if (bytes < 1e9) return `${figure(bytes / 1e6, 1)} MB`;
  return `${figure(bytes / 1e9, 1)} GB`;
};

const dateText = (iso: string | null, style: Intl.DateTimeFormatOptions, locale: string | undefined): string => {
  const date = new Date(placeTime(iso ?? ''));
  if (Number.isNaN(date.getTime())) return commonWords().noDate;
  return new Intl.DateTimeFormat(locale, style).format(date);
};

/** Date and time in the person's own locale; of a set by the clock of its place, of all else by the person's own. */
export const formatDate = (iso: string | null, locale = dateLocale()): string =>
  dateText(iso, { dateStyle: 'medium', timeStyle: 'short' }, locale);

/** The same without the time. */
export const formatDateAlone = (iso: string | null, locale = dateLocale()): string =>
  dateText(iso, { dateStyle: 'medium' }, locale);

/** Time of day of a set, by the clock of its place. */
export const formatTimeAtPlace = (iso: string | null, locale = dateLocale()): string =>
  dateText(iso, { timeStyle: 'short' }, locale);

/** Time of day of a moment (milliseconds since 1970) in the person's own locale and zone. */
export const formatTime = (moment: number, locale = dateLocale()): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(moment);

/** A day of the calendar in the person's own locale. */
export const formatDay = (day: CivilDay, options: Intl.DateTimeFormatOptions, locale = dateLocale()): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(day * 24 * 3600 * 1000);

/** The same in short: day and month. */
export const dayDate = (day: CivilDay, locale = dateLocale()): string =>
  formatDay(day, { day: 'numeric', month: 'short' }, locale);

/** Day and month of a moment (milliseconds since 1970) in the person's own locale and zone. */
export const dayText = (moment: number, locale = dateLocale()): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(moment);

/** The text with a full stop, unless it ends a sentence already. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** International inch, exact by definition. */
const INCH: Metres = 0.0254;
const UNIT: Readonly<Record<Units, Metres>> = { cm: 0.01, in: INCH };

export const lengthIn = (length: Metres, units: Units): number => length / UNIT[units];

/** The inverse of `lengthIn`; lengths are stored in metres. */
export const metresFrom = (value: number, units: Units): Metres => value * UNIT[units];

/** A lift of the pelvis or of a sit bone: "2.6 cm", "1.0 in". */
export const liftText = (lift: Metres, units: Units): string => `${figure(lengthIn(lift, units), 1)} ${units}`;
