import type { TestPosition } from '../../coach/drill-definition.ts';

/** Drills that are a test, by the stored id. */
const POSITION: Readonly<Record<string, TestPosition>> = {
  'hip-test-seated': 'seated',
  'hip-test-supine': 'supine',
  'hip-test-prone': 'prone',
};

export const isHipTestDrill = (drill: string): boolean => Object.hasOwn(POSITION, drill);

/** Whether a phone on the shin shows the turn of the leg in a test: where the thigh lies level. Absent: the drill is no test. */
export const takesShinPhone = (position: TestPosition | undefined): boolean =>
  position === 'seated' || position === 'prone';

/** Null: the drill is no test. */
export const positionOf = (drill: string): TestPosition | null =>
  (isHipTestDrill(drill) ? POSITION[drill] : undefined) ?? null;
