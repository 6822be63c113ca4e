import type { PelvisModel } from '../src/body/pelvis-net/pelvis-model.ts';
import { codedError } from './coded-error.ts';
import { PelvisNetwork } from './pelvis-network.ts';

const cards: Readonly<Record<string, PelvisModel>> = import.meta.glob('../models/pelvis-*.json', {
  import: 'default',
  eager: true,
});
const files: Readonly<Record<string, string>> = import.meta.glob('../models/pelvis-*.bin', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The pelvis model of a name, which is that of the drill it was trained for; null where there is none that may be trusted. */
export async function loadPelvisNetwork(name: string): Promise<PelvisNetwork | null> {
  const model = Object.values(cards).find((card) => card.drill === name);
  if (!model?.outputs.some(({ trusted }) => trusted)) return null;
  const url = files[`../models/${model.weights.file}`];
  if (!url) throw codedError('weights-missing', `${model.weights.file} is not part of this build`);
  const response = await fetch(url);
  if (!response.ok) throw codedError('weights-missing', `${model.weights.file}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength !== model.weights.bytes) {
    throw codedError('weights-corrupt', `${model.weights.file} has ${bytes.byteLength} bytes`);
  }
  return new PelvisNetwork(model, bytes);
}
