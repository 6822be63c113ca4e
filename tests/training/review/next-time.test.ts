import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { lessons as german } from '../../../src/i18n/de/lessons.ts';
import { lessons as english } from '../../../src/i18n/en/lessons.ts';
import { describe, expect, it } from 'vitest';
import { type NextTimeReason, nextTime } from '../../../src/training/review/next-time.ts';
import type { RepRecord, SetRecord } from '../../../src/coach/record/set-record.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { type FrameWish, flag, madeRecord, phase } from './made-record.ts';
import { softTissueRoller } from '../../../src/drills/soft-tissue/soft-tissue-roller.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { supineIrPulsesFeetFlat } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses-feet-flat.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

const ROUND = [phase('passive', 0, 20), phase('rails', 20, 30), phase('sink', 30, 40)];
const falling = (time: number): number => Math.min(30, 3 * time);
const clean = (time: number): FrameWish => ({ angle: falling(time) });

const made = (rest: Partial<SetRecord> = {}, wishAt: (time: number) => FrameWish = clean): SetRecord =>
  madeRecord(ROUND, wishAt, { ended: 'finished', ...rest });

/** The same set with most of its phases left by a key after a second. */
const skipped = (record: SetRecord): SetRecord => ({
  ...record,
  phases: record.phases.map((one, at) => (at === 0 ? one : { ...one, end: one.start + 1 })),
});

const bad = (why: string): RepRecord => ({
  start: 1,
  turn: 2,
  end: 3,
  amplitude: 20,
  holdInternal: 1,
  holdExternal: 1,
  good: false,
  why,
});

/** One set for every reason, in order of precedence. */
const CASES: readonly (readonly [NextTimeReason, SetRecord, RegExp | string])[] = [
  ['pinch', made({ ended: 'pinch', neutral: null }), english.next.symptoms.pinch],
  ['pain', made({ ended: 'pain' }), english.next.symptoms.pain],
  ['numb', made({ ended: 'numb' }), english.next.symptoms.numb],
  ['pain-after', made({ after: { effort: 9, pain: 7 } }), english.next.painRed],
  ['pain-after', made({ after: { effort: 5, pain: 4 } }), english.next.painAmber],
  ['no-start', made({ neutral: null }), /until the ring is full/],
  [
    'no-start',
    made({ phases: [...ROUND, phase('neutral', 40, 41, 1, 'right'), phase('passive', 41, 60, 1, 'right')] }),
    /until the ring is full/,
  ],
  [
    'no-start',
    made({
      neutrals: made().neutrals.map((one) => ({ ...one, refuted: true })),
      phases: [phase('neutral', 0, 1), ...ROUND.map((one) => ({ ...one, start: Math.max(1, one.start) }))],
    }),
    /until the ring is full/,
  ],
  ['unseen', made({}, (time) => ({ angle: time < 10 ? 20 : null })), /only 25% of the set/],
  [
    'fault',
    made({ flags: [flag(12, 20, { rule: 'pelvis-lift', severity: 'red', rough: true })] }, (time) => ({
      angle: time < 10 ? 20 : null,
    })),
    /hips|sit bones|pelvis/,
  ],
  ['effort', made({ after: { effort: 9, pain: 0 }, flags: [flag(5, 15)] }), /eight of ten/],
  ['fault', made({ flags: [flag(10, 16)] }), /stop at about \d+°, where your pelvis was still at rest/],
  // The number is the best of the set, as in the summary, also where the hips moved from the first moment on.
  ['fault', made({ flags: [flag(0, 8, { rule: 'hips-shift' })] }), /stop at about \d+°/],
  ['fault', made({ flags: [flag(22, 28, { rule: 'isometric-drift' })] }), /push with less force/],
  ['back-moved', made({ after: { effort: 3, pain: 0, back: 'moved' } }), /stop before your lower back moves/],
  ['early-pelvis', made({ flags: [flag(2, 3)] }), /slower over the first 15°/],
  [
    'repetitions',
    made({ reps: [bad('Hold longer.'), bad('Swing a little further.'), bad('Hold longer.')] }),
    /most repetitions: hold longer\.$/,
  ],
  ['left-early', made({}, (time) => ({ angle: time > 35 ? 5 : falling(time) })), /stay there to the end/],
  ['cut-short', made({ ended: 'stopped' }), /choose a shorter set/],
  ['parts-skipped', skipped(made()), /stay to the end of each part/],
  [
    'gain',
    made({}, (time) => ({ angle: time < 20 ? Math.min(18, 3 * time) : 28 })),
    /push and pull gained you 10° in all/,
  ],
  ['clean', made(), /felt easy twice, add one thing/],
];

describe('the advice for the next set', () => {
  it.each(CASES)('follows from the data: %s', (why, record, text) => {
    expect(nextTime(record, turningSleeper, english)).toMatchObject({ why, text: expect.stringMatching(text) });
  });

  it.each([
    ['posture-left', 'Next time, stay in the position: I could measure only 25% of the set.'],
    ['foot-slid', 'Next time, stay in the position: I could measure only 25% of the set.'],
    ['too-dark', 'Next time, see to better light: I could measure only 25% of the set.'],
    ['against-light', 'Next time, see to better light: I could measure only 25% of the set.'],
    ['out-of-frame', 'Next time, take a minute more to place the laptop: I could measure only 25% of the set.'],
  ])('does not blame the laptop for what was something else: %s', (reason, text) => {
    const hidden = made({}, (time) => ({ angle: time < 10 ? 20 : null }));
    const frames = hidden.frames.map((one) => (one.valid ? one : { ...one, reasons: [reason] }));
    expect(nextTime({ ...hidden, frames }, turningSleeper, english)).toEqual({ why: 'unseen', text });
  });

  it('names no depth to stop at that is within its error', () => {
    const record = made({ flags: [flag(10, 16)] }, () => ({ angle: 3, sd: 4 }));
    const { why, text } = nextTime(record, turningSleeper, english);
    expect(why).toBe('fault');
    expect(text).not.toMatch(/\d/);
  });

  it('asks to keep the pelvis uncovered if it was hidden but could have been seen', () => {
    const record = made({}, (time) => ({ angle: falling(time), twist: null }));
    const muted = [{ rule: 'pelvis-twist' as const, reason: 'pelvis-hidden' }];
    expect(nextTime({ ...record, summary: { ...record.summary, muted } }, turningSleeper, english).why).toBe(
      'pelvis-unseen',
    );
  });

  it('asks for it too if the hips were lost', () => {
    const record = made({}, (time) => ({ angle: falling(time), hipsShift: null }));
    expect(record.summary.muted).toContainEqual({ rule: 'hips-shift', reason: 'pelvis-lost' });
    expect(nextTime(record, supineSleeper, english).why).toBe('pelvis-unseen');
  });

  it('does not say that the person was not seen in a set that broke off before the work', () => {
    const start = [phase('ready', 0, 1), phase('neutral', 1, 4.5)];
    const record = madeRecord(start, clean, { ended: 'interrupted' });
    expect(record.summary.sets).toEqual([]);
    expect(nextTime(record, turningSleeper, english)).toEqual({ why: 'as-before', text: english.next.again });
  });

  it('asks for nothing if there is nothing to correct', () => {
    const record = made({}, (time) => ({ angle: falling(time), twist: null }));
    const hidden = { ...record, summary: { ...record.summary, muted: [] } };
    expect(nextTime(hidden, turningSleeper, english).why).toBe('as-before');
  });

  it('never asks for a better picture after a set without a camera', () => {
    const source = { ...made().source, kind: 'none' } as const;
    expect(nextTime(made({ source, neutral: null }), turningSleeper, english).why).toBe('as-before');
    expect(nextTime(made({ source, neutral: null, ended: 'numb' }), turningSleeper, english).why).toBe('numb');
  });

  it('says to stay to the end of each part if one was skipped, and not to choose a shorter set', () => {
    const spent = (seconds: number, rest: Partial<SetRecord> = {}): SetRecord => ({
      ...made({ neutral: null, source: { ...made().source, kind: 'none' }, ...rest }),
      preset: softTissueRoller.presets.prep,
      phases: [phase('guided', 0, seconds)],
    });
    expect(softTissueRoller.presets.prep.passive).toBe(60);
    expect(nextTime(spent(4), softTissueRoller, english).text).toBe('Next time, stay to the end of each part.');
    expect(nextTime(spent(58), softTissueRoller, english).why).toBe('as-before');
    // The part in which a set was stopped was not skipped.
    expect(nextTime(spent(4, { ended: 'stopped' }), softTissueRoller, english).why).toBe('cut-short');
  });

  it('does not call a later, shorter stretch skipped, nor a video, which keeps to no plan', () => {
    const twoRounds = [
      phase('passive', 0, 20),
      phase('sink', 20, 30),
      phase('passive', 30, 50, 2),
      phase('sink', 50, 60, 2),
    ];
    const record = madeRecord(twoRounds, clean, { ended: 'finished' });
    const preset = { ...supineSleeper.presets.build, passive: 40, sink: 10 };
    expect(nextTime({ ...record, preset }, turningSleeper, english).why).not.toBe('parts-skipped');
    const video = { ...skipped(made()), source: { ...made().source, kind: 'file' } } as const;
    expect(nextTime(video, turningSleeper, english).why).not.toBe('parts-skipped');
  });

  it('advises more only after movement beyond the error that the person did not find hard', () => {
    expect(nextTime(made({ after: { effort: 6, pain: 2 } }), turningSleeper, english).why).toBe('clean');
    expect(nextTime(made({ after: { effort: 8, pain: 0 } }), turningSleeper, english).why).toBe('as-before');
    const tiny = made({}, () => ({ angle: 1, sd: 4 }));
    expect(nextTime(tiny, turningSleeper, english)).toEqual({
      why: 'as-before',
      text: 'Next time, do the same again.',
    });
    const none = { ...turningSleeper, reps: quadrupedBandIr.reps };
    expect(nextTime(made(), none, english).why).toBe('as-before');
  });

  it('gives a sentence that can be followed for each fault without a depth to stop at, in both languages', () => {
    const cues = (drill: DrillDefinition) =>
      drill.rules
        .filter(({ severity }) => severity !== 'amber')
        .map(({ id }) => {
          const record = made({ drill: drill.id, flags: [flag(5, 12, { rule: id, severity: 'red' })] }, () => ({
            angle: 3,
            sd: 4,
          }));
          return { id, texts: [english, german].map((words) => nextTime(record, drill, words).text) };
        });
    const told = DRILLS.filter(({ sideCheckOf }) => sideCheckOf === undefined).flatMap(cues);
    for (const { id, texts } of told) {
      for (const text of texts) expect(text).not.toMatch(/as this allows|noch gelingt/);
      if (id === 'back-round') expect(texts[0]).toBe('Next time, go only as far as your back stays long.');
    }
    const [pressed] = cues(supineIrPulsesFeetFlat).filter(({ id }) => id === 'foot-moved');
    expect(pressed?.texts[0]).toBe('Next time, mind one thing from the start: feet heavy, as if glued to the floor.');
    const [bent] = cues(standingHamstring).filter(({ id }) => id === 'knee-bend');
    expect(bent?.texts[0]).toBe(
      'Next time, go a little less far, and mind one thing: straighten the knee almost all the way.',
    );
  });

  it('is one thing more, not the same again, for who gained and found it easy', () => {
    const more = 'Next time, hold 5 seconds longer: the last two felt easy.';
    const gained = CASES.find(([why]) => why === 'gain')?.[1] ?? made();
    expect(nextTime(gained, turningSleeper, english).why).toBe('gain');
    expect(nextTime(gained, turningSleeper, english, more)).toEqual({ why: 'more', text: more });
    expect(nextTime(made(), turningSleeper, english, more).why).toBe('more');
    const source = { ...made().source, kind: 'none' } as const;
    expect(nextTime(made({ source, neutral: null }), turningSleeper, english, more).why).toBe('more');
  });

  it('mends what was wrong before anything becomes more', () => {
    const good = new Set<NextTimeReason>(['gain', 'clean']);
    for (const [why, record] of CASES.filter(([one]) => !good.has(one)))
      expect(nextTime(record, turningSleeper, english, 'more').why).toBe(why);
  });

  it('ignores one short amber flag', () => {
    expect(nextTime(made({ flags: [flag(12, 13)] }), turningSleeper, english).why).not.toBe('fault');
  });

  it('is one sentence and no diagnosis', () => {
    for (const [, record] of CASES) {
      const { text } = nextTime(record, turningSleeper, english);
      expect(text).toMatch(/^Next time, [^.!?]+\.$/);
      expect(text).not.toMatch(/injur|impinge|syndrome|weak|wrong/i);
    }
  });
});
