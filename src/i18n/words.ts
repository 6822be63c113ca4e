import type { LessonWords } from '../training/review/lessons.ts';
import type { PhoneWords } from '../coach/setup/gate-words.ts';
import type { SpokenWords } from '../training/review/spoken-result.ts';
import type { SpokenLanguage } from './speaking.ts';
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
import type { programmes, countdown } from './en/programmes.ts';
import type { today, week } from './en/week.ts';
import type { demo, loops } from './en/loops.ts';
import type { hipTest } from './en/hip/hip-test.ts';
import type { load } from './en/hip/load.ts';
import type { passport } from './en/hip/passport.ts';
import type { prescription } from './en/hip/prescription.ts';
import type { phone } from './en/phone/phone.ts';
import type { report } from './en/report.ts';
import type { offline } from './en/offline.ts';
import type { safety } from './en/hip/safety.ts';
import type { selfCheck } from './en/self-check.ts';
import type { people, settings } from './en/settings.ts';
import type { history } from './en/history.ts';
import type { endTime, goals, story, trends } from './en/trends.ts';
import type { transfer, video } from './en/transfer.ts';
import type { diagnostics, yourData } from './en/diagnostics.ts';

/**
 * All texts of the app except those of the drills, by part. The types are those of the English texts, so a language
 * with a missing text does not compile.
 */
export interface Words {
  readonly coach: SpokenWords;
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
  readonly lessons: LessonWords;
  readonly programmes: typeof programmes;
  readonly week: typeof week;
  readonly today: typeof today;
  readonly loops: typeof loops;
  readonly demo: typeof demo;
  readonly report: typeof report;
  readonly hipTest: typeof hipTest;
  readonly load: typeof load;
  readonly passport: typeof passport;
  readonly people: typeof people;
  readonly safety: typeof safety;
  readonly prescription: typeof prescription;
  readonly phone: typeof phone;
  readonly offline: typeof offline;
  readonly settings: typeof settings;
  readonly history: typeof history;
  readonly trends: typeof trends;
  readonly story: typeof story;
  readonly goals: typeof goals;
  readonly endTime: typeof endTime;
  readonly countdown: typeof countdown;
  readonly transfer: typeof transfer;
  readonly video: typeof video;
  readonly diagnostics: typeof diagnostics;
  readonly yourData: typeof yourData;
  readonly selfCheck: typeof selfCheck;
  readonly phoneCoach: PhoneWords;
}

/** All texts of a language beside English. */
export interface OtherLanguage extends SpokenLanguage {
  readonly words: Words;
}
