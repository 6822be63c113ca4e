import type { PelvisModel } from '../../src/instrument/networks/pelvis-model.ts';
import { codedError } from '../coded-error.ts';
import { pinnedContent, type WeightFile } from '../engine/model-source.ts';
import type { LoadOptions } from '../pose.api.ts';
import { PelvisNetwork } from './pelvis-network.ts';

/** The model cards `models/pelvis-NAME.json`, by path. */
const pelvisCards: Readonly<Record<string, PelvisModel>> = import.meta.glob('../../models/pelvis-*.json', {
  import: 'default',
  eager: true,
});
/** Addresses of the weight files, by path. */
const weightUrls: Readonly<Record<string, string>> = import.meta.glob('../../models/pelvis-*.bin', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Loads the pelvis network of this drill; null: none has an output that is good enough. */
export async function loadPelvisNetwork(drill: string): Promise<PelvisNetwork | null> {
  const model = pelvisCardOf(drill);
  return model ? new PelvisNetwork(model, await fetchWeights(model.weights)) : null;
}

const pelvisCardOf = (drill: string | undefined) =>
  Object.values(pelvisCards).find((card) => card.drill === drill && card.outputs.some(({ trusted }) => trusted));

/** Weights that were fetched before their network was asked for. */
const fetchedAhead = new Map<string, Promise<ArrayBuffer>>();

/** Fetches the weights of the network that a drill will ask for. What fails is fetched again then. */
export function fetchNetworksAhead({ pelvisModel }: NonNullable<LoadOptions['networks']>): void {
  const model = pelvisCardOf(pelvisModel);
  if (!model || fetchedAhead.has(model.weights.file)) return;
  const content = fetchPinned(model.weights);
  content.catch(() => undefined);
  fetchedAhead.set(model.weights.file, content);
}

/** @throws `weights-missing`, `weights-corrupt` */
async function fetchWeights(row: WeightFile): Promise<ArrayBuffer> {
  const ahead = fetchedAhead.get(row.file);
  fetchedAhead.delete(row.file);
  return (await ahead?.catch(() => null)) ?? fetchPinned(row);
}

function fetchPinned(row: WeightFile): Promise<ArrayBuffer> {
  const url = weightUrls[`../../models/${row.file}`];
  if (!url) throw codedError('weights-missing', `${row.file} is not part of this build`);
  return pinnedContent(row, async (cache) => {
    const response = await fetch(url, { cache });
    if (!response.ok) throw codedError('weights-missing', `${row.file}: ${response.status}`);
    return response.arrayBuffer();
  });
}
