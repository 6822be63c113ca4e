import type { MomentTexts } from '../drills/loop-moments.ts';
import type { DrillTextsById } from './drill-texts.ts';
import type { Language } from './language.ts';
import type { coach } from './en/coach.ts';
import type { common } from './en/common.ts';
import type { notices } from './en/notices.ts';
import type { placing } from './en/placing.ts';
import type { set } from './en/set.ts';
import type { frame } from './en/frame.ts';
import type { home } from './en/home.ts';
import type { troubles } from './en/troubles.ts';
import type { drill } from './en/drill.ts';
import type { ranges } from './en/ranges.ts';
import type { summary } from './en/summary.ts';
import type { lessons } from './en/lessons.ts';
import type { programmes } from './en/programmes.ts';
import type { week } from './en/week.ts';
import type { loops } from './en/loops.ts';
import type { report } from './en/report.ts';
import type { offline } from './en/offline.ts';
import type { replay } from './en/replay.ts';
import type { settings } from './en/settings.ts';
import type { history } from './en/history.ts';
import type { trends } from './en/trends.ts';
import type { countdown } from './en/countdown.ts';
import type { transfer } from './en/transfer.ts';
import type { diagnostics } from './en/diagnostics.ts';

/**
 * Every text of the app but those of the drills, by part. The English one is the type: another language in which a key, or a
 * word of a table, is missing does not compile.
 */
export interface Words {
  readonly coach: typeof coach;
  readonly common: typeof common;
  readonly notices: typeof notices;
  readonly placing: typeof placing;
  readonly set: typeof set;
  readonly frame: typeof frame;
  readonly home: typeof home;
  readonly troubles: typeof troubles;
  readonly drill: typeof drill;
  readonly ranges: typeof ranges;
  readonly summary: typeof summary;
  readonly lessons: typeof lessons;
  readonly programmes: typeof programmes;
  readonly week: typeof week;
  readonly loops: typeof loops;
  readonly report: typeof report;
  readonly offline: typeof offline;
  readonly replay: typeof replay;
  readonly settings: typeof settings;
  readonly history: typeof history;
  readonly trends: typeof trends;
  readonly countdown: typeof countdown;
  readonly transfer: typeof transfer;
  readonly diagnostics: typeof diagnostics;
}

/** What the coach says by itself; handed to it with the plan. */
export type CoachWords = Words['coach'];

/** A language beside English, whole. */
export interface OtherLanguage {
  readonly language: Language;
  /** A number with so many digits after the decimal sign. */
  readonly figure: (value: number, digits: number) => string;
  /** Of whole per cent: "96 %". */
  readonly perCent: (whole: number) => string;
  readonly words: Words;
  readonly drills: DrillTextsById;
  readonly moments: MomentTexts;
}
