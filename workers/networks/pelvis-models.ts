import type { PelvisModel } from '../../src/instrument/networks/pelvis-model.ts';
import { PelvisNetwork } from './pelvis-network.ts';
import { smallWeights } from './small-weights.ts';

const cards: Readonly<Record<string, PelvisModel>> = import.meta.glob('../../models/pelvis-*.json', {
  import: 'default',
  eager: true,
});
const files: Readonly<Record<string, string>> = import.meta.glob('../../models/pelvis-*.bin', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The pelvis model of a name, which is that of the drill it was trained for; null where there is none that may be trusted. */
export async function loadPelvisNetwork(name: string): Promise<PelvisNetwork | null> {
  const model = Object.values(cards).find((card) => card.drill === name);
  if (!model?.outputs.some(({ trusted }) => trusted)) return null;
  return new PelvisNetwork(model, await smallWeights(model.weights, files));
}
