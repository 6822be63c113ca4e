import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { placingWords } from '../../i18n/en/placing.ts';
import { figure } from '../../i18n/speaking.ts';

/** Whether an ordinary table will do for this drill, and where the laptop then stands. Null: the drill uses no camera. */
export function tableText({ table: fit }: DrillDefinition): string | null {
  if (fit === undefined) return null;
  const { table } = placingWords();
  if (fit === 'too-high') return table.tooHigh;
  if (fit === 'too-low') return table.tooLow;
  const works = table.works(figure(fit.from, 1), figure(fit.to, 1), fit.tilt);
  return fit.fair ? `${works} ${table.fair}` : works;
}
