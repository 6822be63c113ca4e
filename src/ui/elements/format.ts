import { commonWords } from '../../i18n/en/common.ts';
import { dateLocale, figure, perCent, spokenLanguage } from '../../i18n/speaking.ts';
import { band90, type Degrees, type Estimate, type Seconds, type Share } from '../../instrument/geometry/units.ts';
import { lowerFirst } from '../../i18n/lower-first.ts';

const MINUS = '−';

/** Whole number with a true minus sign; never "-0". */
export const formatWhole = (value: number): string => {
  const whole = Math.round(value);
  if (whole === 0) return '0';
  return whole < 0 ? `${MINUS}${-whole}` : `${whole}`;
};

export const formatDegrees = (value: Degrees | null): string => (value === null ? '–' : `${formatWhole(value)}°`);

/** Half-width of the 90 % band, at least one degree: a camera never knows it better. */
export const bandDegrees = (sd: Degrees): number => Math.max(1, Math.round(band90(sd)));

/**
 * A band of this half-width makes a rough figure: the least change that is real with it, 1.96 · √2 standard deviations (12°), is more
 * than twice what an inclinometer tells (5.4°, Krause).
 */
const ROUGH_BAND: Degrees = 7;

/** Whether an angle is too uncertain to be more than an order of size. */
export const isRough = (sd: Degrees | null): boolean => sd !== null && bandDegrees(sd) >= ROUGH_BAND;

export const formatBand = (sd: Degrees | null): string => {
  if (sd === null) return '';
  const band = `± ${bandDegrees(sd)}°`;
  return isRough(sd) ? commonWords().rough(band) : band;
};

export const formatEstimate = (estimate: Estimate<Degrees> | null): string =>
  estimate === null ? '–' : `${formatDegrees(estimate.value)} ${formatBand(estimate.sd)}`;

/** "at least" where the pelvis is only known to have moved, not how far: then nothing measured is nothing seen, not zero. */
export const formatBorrowed = (value: Degrees | null, atLeast: boolean): string => {
  if (value === null) return '–';
  if (atLeast && Math.round(value) <= 0) return commonWords().noneSeen;
  return atLeast ? commonWords().atLeast(formatDegrees(value)) : formatDegrees(value);
};

/**
 * What is shown of clean and borrowed adds up: rounded each by itself, 26.1 and 6.4 would make 33. Where the parts do not make
 * the whole, it stands as it is.
 */
export const formatGross = ({
  clean,
  borrowed,
  gross,
}: Readonly<Record<'clean' | 'borrowed' | 'gross', Degrees | null>>): string => {
  if (clean === null || borrowed === null || gross === null) return formatDegrees(gross);
  const shown = Math.round(clean) + Math.max(0, Math.round(borrowed));
  return formatDegrees(Math.abs(shown - gross) <= 1 ? shown : gross);
};

/** Time left, rounded up as people count down: 0:05 lasts until 0:04 begins. */
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

export const formatShare = (share: Share): string => perCent(Math.round(share * 100));

/** Decimal megabytes, as file managers show them. */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1e3) return `${bytes} B`;
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  if (bytes < 1e9) return `${figure(bytes / 1e6, 1)} MB`;
  return `${figure(bytes / 1e9, 1)} GB`;
};

/** Date and time in the person's own locale and zone. */
export const formatDate = (iso: string | null, locale = dateLocale()): string => {
  if (iso === null) return commonWords().noDate;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return commonWords().noDate;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
};

/** Day and month of a moment (milliseconds since 1970) in the person's own locale and zone. */
export const dayText = (moment: number, locale = dateLocale()): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(moment);

/** As it stands in the middle of a sentence; where nouns have capitals it stays as it is. */
export const midSentence = (text: string): string => (spokenLanguage() === 'de' ? text : lowerFirst(text));

/** With a full stop at its end. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
