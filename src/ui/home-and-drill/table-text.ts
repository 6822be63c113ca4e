import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { TABLE_LENS, tablePlace } from '../../training/planning/lens-place.ts';
import { placingWords } from '../../i18n/en/placing.ts';
import { figure } from '../../i18n/speaking.ts';

/** Whether an ordinary table will do for this drill, and where the laptop then stands. Null: the drill uses no camera. */
export function tableText(drill: DrillDefinition): string | null {
  if (drill.lensRange === undefined) return null;
  const { table } = placingWords();
  const place = tablePlace(drill);
  if (place === null) return drill.lensRange.height[1] < TABLE_LENS ? table.tooHigh : table.tooLow;
  const [from, to] = place.distances.map((distance) => figure(distance, 1));
  return [table.works(from ?? '', to ?? '', place.tilt), ...(place.view === 'fair' ? [table.fair] : [])].join(' ');
}
