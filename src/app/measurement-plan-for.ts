import type { MeasurementPlan } from '../body/measurement-plan.ts';
import type { Metres, WorkingSide } from '../body/units.ts';
import type { DrillDefinition } from '../coach/drill-definition.ts';

/** What the worker must know to measure this drill on this side of this person. */
export const measurementPlanFor = (
  drill: DrillDefinition,
  side: WorkingSide,
  subjectHeight: Metres,
): MeasurementPlan => ({ drill: drill.id, side, subjectHeight, ...drill.measure });
