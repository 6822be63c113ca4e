import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { HeldReferencePose } from '../reference-pose/reference-pose-capture.ts';
import { leadingSide } from '../geometry/units.ts';
import { isKnownPlace } from '../checks/view-check.ts';
import { networkPelvis, type NetworkPelvis } from './network-pelvis.ts';
import type { PelvisModel } from './pelvis-model.ts';

/** A network where it is. */
export interface PlacedNetwork {
  /** Null: the drill or this machine has none, the neutral shows no pelvis, or its scenes do not know the place. */
  readonly network: NetworkPelvis | null;
  /** True: from here nobody sees the pelvis. */
  readonly isBlind: boolean;
  /** Of every spread that the pelvis' own eyes state. */
  readonly widening: number;
}

/**
 * The drill's network for a neutral as it was held. One that says from where its scenes were filmed is as sure there as it says, whatever
 * the view is called: its spreads were learned there, and do not hang on where the fit takes the lens to stand. From elsewhere it is
 * not asked: from beside the leg that rests, turns and lists of 10 and 12° on hands and knees were read as 1 and 5°, and surely so.
 * @param view widening of the view: for a network that does not say it, or where the pelvis is watched otherwise
 */
export function networkAtPlace(
  plan: MeasurementPlan,
  { finding, still, pictures }: Pick<HeldReferencePose, 'finding' | 'still' | 'pictures'>,
  model: PelvisModel | null,
  view: number,
): PlacedNetwork {
  if (!plan.pelvisModel || !model) return { network: null, isBlind: false, widening: view };
  if (model.azimuths && !isKnownPlace(plan, model.azimuths, finding.fit))
    return { network: null, isBlind: true, widening: view };
  const network = networkPelvis(model, leadingSide(plan.side), still, pictures);
  return { network, isBlind: false, widening: network && model.azimuths ? 1 : view };
}
