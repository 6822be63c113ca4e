import { frame } from './frame.ts';
import { home } from './home.ts';
import { troubles } from './troubles.ts';
import { drill } from './drill.ts';
import { ranges } from './ranges.ts';
import { moments } from '../../drills/loop-moments.de.ts';
import { summary } from './summary.ts';
import { lessons } from './lessons.ts';
import { programmes, countdown } from './programmes.ts';
import { today, week } from './week.ts';
import { demo, loops } from './loops.ts';
import { hipTest } from './hip/hip-test.ts';
import { load } from './hip/load.ts';
import { passport } from './hip/passport.ts';
import { prescription } from './hip/prescription.ts';
import { phone } from './phone/phone.ts';
import { report } from './report.ts';
import { offline } from './offline.ts';
import { people, settings } from './settings.ts';
import { history, transfer, video } from './history.ts';
import { endTime, goals, story, trends } from './trends.ts';
import { diagnostics, yourData } from './diagnostics.ts';
import { safety } from './hip/safety.ts';
import { selfCheck } from './self-check.ts';
import { phoneCoach } from './hip/phone-coach.ts';
import type { OtherLanguage } from '../words.ts';
import { coach } from './coach.ts';
import { common } from './common.ts';
import { notices } from './notices.ts';
import { placing } from './placing.ts';
import { set } from './set.ts';
import {
  ninetyNinetyContractRelax,
  ninetyNinetyLiftOff,
  ninetyNinetyLiftOffHinge,
  ninetyNinetyPailsRails,
  ninetyNinetyStretch,
} from '../../drills/ninety-ninety/words.de.ts';
import { hipTestSeated } from '../../drills/hip-test/words.de.ts';
import { kneeToKneeFloor, kneeToKneeWall } from '../../drills/knee-to-knee/words.de.ts';
import { quadrupedBandIr, quadrupedBandIrSide } from '../../drills/quadruped-band-ir/words.de.ts';
import { softTissueBall, softTissueRoller } from '../../drills/soft-tissue/words.de.ts';
import { hipMovementSequence, standingHamstring } from '../../drills/standing/words.de.ts';
import { supineIrPulses, supineIrPulsesFeetFlat } from '../../drills/supine-ir-pulses/words.de.ts';
import { supineSleeper, supineSleeperSide } from '../../drills/supine-sleeper/words.de.ts';

/** All German texts; loaded only when the app's language is German. */
export const german: OtherLanguage = {
  language: 'de',
  figure: (value, digits) => value.toFixed(digits).replace('.', ','),
  perCent: (whole) => `${whole} %`,
  midSentence: (text) => text,
  words: {
    coach,
    common,
    notices,
    placing,
    set,
    frame,
    home,
    troubles,
    drill,
    ranges,
    summary,
    lessons,
    programmes,
    week,
    today,
    loops,
    demo,
    report,
    prescription,
    phone,
    hipTest,
    load,
    passport,
    people,
    safety,
    offline,
    settings,
    history,
    trends,
    story,
    goals,
    endTime,
    countdown,
    transfer,
    video,
    diagnostics,
    yourData,
    selfCheck,
    phoneCoach,
  },
  moments,
  drills: {
    'supine-sleeper': supineSleeper,
    'supine-sleeper-side': supineSleeperSide,
    'quadruped-band-ir-side': quadrupedBandIrSide,
    'supine-ir-pulses-feet-lifted': supineIrPulses,
    'supine-ir-pulses-feet-flat': supineIrPulsesFeetFlat,
    'knee-to-knee-wall': kneeToKneeWall,
    'knee-to-knee-floor': kneeToKneeFloor,
    'ninety-ninety-pails-rails': ninetyNinetyPailsRails,
    'ninety-ninety-stretch': ninetyNinetyStretch,
    'ninety-ninety-contract-relax': ninetyNinetyContractRelax,
    'ninety-ninety-lift-off': ninetyNinetyLiftOff,
    'ninety-ninety-lift-off-hinge': ninetyNinetyLiftOffHinge,
    'quadruped-band-ir': quadrupedBandIr,
    'standing-hamstring': standingHamstring,
    'hip-movement-sequence': hipMovementSequence,
    'soft-tissue-ball': softTissueBall,
    'soft-tissue-roller': softTissueRoller,
    'hip-test-seated': hipTestSeated,
  },
};
