import type { DrillDefinition } from '../coach/drill-definition.ts';
import { drillWords } from '../language/en/drill.ts';

/** How somebody on the floor pauses this drill. */
export const armNote = ({ armSignal }: Pick<DrillDefinition, 'armSignal'>): string =>
  armSignal === false ? drillWords().noArm : drillWords().arm;
