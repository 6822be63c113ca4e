import type { MeasurementPlan } from '../measurement-plan.ts';
import type { HeldNeutral } from '../neutral-keeper.ts';
import { leadingSide } from '../units.ts';
import { isKnownPlace } from '../view-check.ts';
import { networkPelvis, type NetworkPelvis } from './network-pelvis.ts';
import type { PelvisModel } from './pelvis-model.ts';

/**
 * The drill's network for a neutral as it was held. A place that its scenes know widens nothing that it says: its spreads were learned
 * there, and do not hang on where the fit takes the lens to stand.
 * @param widening of every spread elsewhere
 * @returns null when the drill or this machine has none, or the neutral shows no pelvis
 */
export function networkAtPlace(
  plan: MeasurementPlan,
  { finding, still, pictures }: Pick<HeldNeutral, 'finding' | 'still' | 'pictures'>,
  model: PelvisModel | null,
  widening: number,
): NetworkPelvis | null {
  if (!plan.pelvisModel || !model) return null;
  const isKnown = model.azimuths !== undefined && isKnownPlace(plan, model.azimuths, finding.fit);
  return networkPelvis(model, leadingSide(plan.side), still, pictures, isKnown ? 1 : widening);
}
