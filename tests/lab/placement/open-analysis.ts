import type { PlacementTools } from '../../../tools/lab/placement-arguments.mjs';
import type { PlacementAnswer, PlacementRequest } from './page/page-contract.ts';

/** The study's page, ready to measure clips one after the other. */
export interface OpenAnalysis {
  readonly analyse: (file: string, request: Omit<PlacementRequest, 'clip'>) => Promise<PlacementAnswer>;
  readonly close: () => Promise<void>;
}

export async function openAnalysis(tools: PlacementTools): Promise<OpenAnalysis> {
  const { page, share, close } = await tools.openAnalysis();
  return {
    close,
    async analyse(file, request) {
      const whole: PlacementRequest = { ...request, clip: share(file) };
      const answer = await page.evaluate((asked) => window.placementAnalyse?.(asked), whole);
      if (!answer) throw new Error('the page of the placement study did not answer');
      return answer;
    },
  };
}
