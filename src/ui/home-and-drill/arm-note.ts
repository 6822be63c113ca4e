import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { setWords } from '../../i18n/en/set.ts';

/** How somebody on the floor pauses this drill. */
export const armNote = ({ armSignal }: Pick<DrillDefinition, 'armSignal'>): string =>
  armSignal === false ? setWords().noArm : setWords().arm;
