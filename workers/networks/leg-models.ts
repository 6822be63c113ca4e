import type { LegModel } from '../../src/instrument/networks/leg-model.ts';
import { LegNetwork } from './leg-network.ts';
import { smallWeights } from './small-weights.ts';

const cards: Readonly<Record<string, LegModel>> = import.meta.glob('../../models/legs-*.json', {
  import: 'default',
  eager: true,
});
const files: Readonly<Record<string, string>> = import.meta.glob('../../models/legs-*.bin', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The model of the legs of a name, which is that of the drill it was trained for; null where there is none. */
export async function loadLegNetwork(name: string): Promise<LegNetwork | null> {
  const model = Object.values(cards).find((card) => card.drill === name);
  if (!model) return null;
  return new LegNetwork(model, await smallWeights(model.weights, files));
}
