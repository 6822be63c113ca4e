import { coach as english } from '../../../src/i18n/en/coach.ts';
import { describe, expect, it } from 'vitest';
import { judgeReading, seeChannel } from '../../../src/coach/rules/judged-reading.ts';
import { spokenReason } from '../../../src/coach/speech/coach-words.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';

describe('a reading', () => {
  it.each([
    ['no person is seen', { nobody: 'person-too-small' }, 'person-too-small'],
    ['there is no reference pose yet', { referencePoseAt: null }, 'no-neutral'],
    ['the instrument says it is not valid', { invalid: 'knee-straight' }, 'knee-straight'],
    ['the laptop has moved', { cameraMoved: true }, 'camera-moved'],
    ['the planted foot has slid clearly', { footSlide: 0.45 }, 'foot-slid'],
  ] as const)('may not be used when %s', (_, wish, reason) => {
    expect(judgeReading(makeReading({ time: 1, ...wish }), supineSleeper)).toEqual({
      body: null,
      reasons: [reason],
    });
  });

  it('is not refused for a slide within the noise, nor in a drill without a planted foot', () => {
    expect(judgeReading(makeReading({ time: 1, footSlide: 0.085 }), supineSleeper).body).not.toBeNull();
    expect(judgeReading(makeReading({ time: 1, footSlide: 0.3 }), quadrupedBandIr).body).not.toBeNull();
  });
});

describe('a channel', () => {
  const judge = (wish: Parameters<typeof makeReading>[0]) => judgeReading(makeReading(wish), supineSleeper);

  it('is read by its name, that of the hip on the working side', () => {
    const judged = judge({
      time: 1,
      side: 'right',
      internalRotation: 21,
      twist: -7,
      obliquity: 3,
      hipsShift: 0.04,
    });
    const value = (channel: Parameters<typeof seeChannel>[1]) => {
      const sight = seeChannel(judged, channel, 'right');
      return sight.seen ? sight.estimate.value : null;
    };
    const named = (['hip-internal-rotation', 'pelvis-twist', 'pelvis-obliquity', 'hips-shift'] as const).map(value);
    expect(named).toEqual([21, -7, 3, 0.04]);
  });

  it('that the instrument calls hidden has no value, even if there is a number', () => {
    const judged = judge({ time: 1, twist: 12, unseen: { 'pelvis-twist': 'pelvis-hidden' } });
    expect(seeChannel(judged, 'pelvis-twist', 'left')).toEqual({ seen: false, reason: 'pelvis-hidden' });
  });

  it('without a number is hidden', () => {
    expect(seeChannel(judge({ time: 1, twist: null }), 'pelvis-twist', 'left').seen).toBe(false);
  });
});

describe('the spoken reason', () => {
  const say = (missing: Parameters<typeof makeReading>[0]['missing']) =>
    spokenReason('out-of-frame', makeReading({ time: 1, missing: missing ?? [] }), english);

  it('names the hidden parts', () => {
    expect(say(['left knee', 'right knee'])).toBe('Bring your knees into view.');
    expect(say(['left foot'])).toBe('Bring your left foot into view.');
    expect(say(['hips', 'left foot', 'right foot'])).toBe('Bring your feet and hips into view.');
  });

  it('stays general if no part or nearly every part is hidden', () => {
    expect(say([])).toBe('Move the laptop until all of you is in the picture.');
    expect(say(['head', 'shoulders', 'hips', 'left knee'])).toBe('Move the laptop until all of you is in the picture.');
  });
});
