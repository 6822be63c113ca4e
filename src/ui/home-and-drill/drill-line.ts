import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { homeWords } from '../../i18n/en/home.ts';

/** What a drill is, and how it differs from its neighbours, in one line. */
export const drillLine = ({ id, summary }: Pick<DrillDefinition, 'id' | 'summary'>): string => {
  const lines: Readonly<Partial<Record<string, string>>> = homeWords().lines;
  return lines[id] ?? summary;
};
