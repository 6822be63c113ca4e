import { afterEach, describe, expect, it } from 'vitest';
import { pelvisAgreement, type PelvisMoment } from '../../../src/training/review/pelvis-agreement.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { speak } from '../../../src/i18n/speaking.ts';
import { agreementFigures, agreementSentence } from '../../../src/ui/self-check/th-phone-agreement.ts';

/** A set in which the camera is off by `by`, give or take 2°, while the phone shows up to `turn`. */
const set = (by: number, turn = 0): readonly PelvisMoment[] =>
  Array.from({ length: 40 }, (_, index) => {
    const phone = index % 4 < 2 ? turn : -turn;
    return { phone, camera: phone / 2 + by + (index % 2 === 0 ? 2 : -2) };
  });

const three = pelvisAgreement([set(-1), set(-1.2), set(-1.4)]);

afterEach(() => speak(null));

describe('the sentence on an angle', () => {
  it('says how far off the camera is on average, which way, and how far at a single moment', () => {
    expect(agreementSentence('twist', three, 'leg')).toBe(
      'In your sets the camera read 1.2° too far away from your working leg on average. For a single moment it is within ± 10° of the phone (95%).',
    );
    speak(german);
    expect(agreementSentence('twist', three, 'leg')).toBe(
      'In deinen Durchgängen las die Kamera im Mittel 1,2° zu weit vom arbeitenden Bein weg. In einem einzelnen Moment liegt sie höchstens 10° neben dem Handy (95 %).',
    );
  });

  it('names left and right where both legs work, and no way where both agree', () => {
    expect(agreementSentence('obliquity', three, 'both')).toContain('1.2° too far up on the right');
    const level = pelvisAgreement([set(0), set(0.1), set(-0.1)]);
    expect(agreementSentence('tilt', level, 'leg')).toContain('camera and phone agreed on average');
  });

  it('shows the bias of one set, says that one set is no evidence, and gives no limits', () => {
    const text = agreementSentence('tilt', pelvisAgreement([set(2)]), 'leg');
    expect(text).toContain('In your set the camera read 2.0° too far forwards');
    expect(text).toContain('One set is no evidence');
    expect(text).not.toContain('±');
    expect(agreementSentence('tilt', pelvisAgreement([set(2), set(3)]), 'leg')).toContain('Two sets are little');
  });

  it('claims nothing without a set', () => {
    expect(agreementSentence('tilt', pelvisAgreement([]), 'leg')).toContain('Nothing to compare yet');
  });
});

describe('the figures of an angle', () => {
  it('are a dash where they are not known, never a zero', () => {
    const values = agreementFigures(pelvisAgreement([])).map(([, value]) => value);
    expect(values).toEqual(['0', '–', '–', '–']);
  });

  it('say how much of a large turn the camera reads', () => {
    expect(agreementFigures(pelvisAgreement([set(0, 10)])).at(-1)?.[1]).toBe('50%');
    const blind = set(0, 10).map(({ phone }) => ({ phone, camera: 0 }));
    expect(agreementFigures(pelvisAgreement([blind])).at(-1)?.[1]).toBe('nothing');
  });
});
