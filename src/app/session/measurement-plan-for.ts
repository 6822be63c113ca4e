import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
import type { Metres, WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';

/** What the worker must know to measure this drill on this side of this person. */
export const measurementPlanFor = (
  drill: DrillDefinition,
  side: WorkingSide,
  subjectHeight: Metres,
): MeasurementPlan => ({ drill: drill.id, side, subjectHeight, ...drill.measure });
