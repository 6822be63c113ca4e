import type { DrillDefinition } from '../coach/drill-definition.ts';
import { setWords } from '../language/en/set.ts';

/** How somebody on the floor pauses this drill. */
export const armNote = ({ armSignal }: Pick<DrillDefinition, 'armSignal'>): string =>
  armSignal === false ? setWords().noArm : setWords().arm;
