import type { DrillDefinition } from '../coach/drill-definition.ts';

/** How somebody on the floor pauses this drill. */
export const armNote = ({ armSignal }: Pick<DrillDefinition, 'armSignal'>): string =>
  armSignal === false
    ? 'A raised arm does not pause this drill, since your hands carry you. The space bar, a clicker or a media key does.'
    : 'Hold one arm straight up for two seconds, in the picture: the set pauses. Once more, and it goes on.';
