import type { TestPosition } from './hip-test.ts';

/** Drills that are a test, by the stored id. */
const POSITION: Readonly<Record<string, TestPosition>> = {
  'hip-test-seated': 'seated',
  'hip-test-supine': 'supine',
  'hip-test-prone': 'prone',
};

export const isHipTestDrill = (drill: string): boolean => Object.hasOwn(POSITION, drill);

/** Null: the drill is no test. */
export const positionOf = (drill: string): TestPosition | null =>
  (isHipTestDrill(drill) ? POSITION[drill] : undefined) ?? null;
