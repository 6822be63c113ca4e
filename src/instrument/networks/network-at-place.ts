import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { HeldReferencePose } from '../reference-pose/reference-pose-capture.ts';
import { leadingSide } from '../geometry/units.ts';
import { isTrainedView } from '../checks/view-check.ts';
import { networkPelvis, type NetworkPelvis } from './network-pelvis.ts';
import type { PelvisModel } from './pelvis-model.ts';

/** The pelvis network for the lens's place. */
export interface PlacedNetwork {
  /**
   * Null: there is none, the reference pose shows no pelvis, or the network was not trained for this place of the lens.
   */
  readonly network: NetworkPelvis | null;
  /**
   * True: the network was loaded but cannot be used, as it was not trained for this place or the start shows no pelvis. Then
   * its turn about the vertical is not judged either. False without a loaded network.
   */
  readonly isBlind: boolean;
  /** Factor on every standard deviation of the pelvis estimator. */
  readonly widening: number;
}

/**
 * Chooses the drill's pelvis network for a reference pose. A network whose card names trained azimuths is as accurate
 * there as it says, whatever the view's grade, so its standard deviations are not widened. It is not used from other
 * azimuths, because its values are wrong there and its standard deviations too small: on hands and knees, seen from the
 * resting leg's side, turns of 10–12° were read as 1–5°.
 * @param view factor of the view's grade, for networks that name no azimuths and for other estimators
 */
export function networkAtPlace(
  plan: MeasurementPlan,
  { finding, still, pictures }: Pick<HeldReferencePose, 'finding' | 'still' | 'pictures'>,
  model: PelvisModel | null,
  view: number,
): PlacedNetwork {
  if (!plan.pelvisModel || !model) return { network: null, isBlind: false, widening: view };
  if (model.azimuths && !isTrainedView(plan, model.azimuths, finding.fit))
    return { network: null, isBlind: true, widening: view };
  const network = networkPelvis(model, leadingSide(plan.side), still, pictures);
  return { network, isBlind: network === null, widening: network && model.azimuths ? 1 : view };
}
