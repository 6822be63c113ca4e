import { answersWith, END_FEELS, type EndFeel, ME } from '../../training/safety/answers.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import { choiceField } from '../elements/choice-field.ts';
import { choicesOf } from '../elements/fields.ts';
import { changeSettings } from '../shell/services.ts';

/**
 * How the end of a hip's movement feels; stored at once.
 * @param isTold it was told before, and can be taken back
 */
export function endFeelField(screen: Parameters<typeof changeSettings>[0], side: Side, isTold = false) {
  const words = safetyWords();
  const { settings } = screen.services;
  const back = isTold ? [{ value: 'unsure' as const, label: words.unsure }] : [];
  return choiceField<EndFeel | 'unsure'>(
    words.endFeelAsk(words.hip[side]),
    `end-feel-${side}`,
    [...choicesOf(END_FEELS, words.endFeels), ...back],
    settings.current.safety[ME]?.endFeel[side]?.feel ?? null,
    (feel) => {
      const { safety } = settings.current;
      const { [side]: _before, ...other } = safety[ME]?.endFeel ?? {};
      const now = feel === 'unsure' ? {} : { [side]: { feel, at: new Date().toISOString() } };
      changeSettings(screen, { safety: answersWith(safety, { endFeel: { ...other, ...now } }) });
    },
  );
}
