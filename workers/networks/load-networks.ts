import type { LegModel } from '../../src/instrument/networks/leg-model.ts';
import type { PelvisModel } from '../../src/instrument/networks/pelvis-model.ts';
import { codedError } from '../coded-error.ts';
import { pinnedContent, type WeightFile } from '../engine/model-source.ts';
import { LegNetwork } from './leg-network.ts';
import { PelvisNetwork } from './pelvis-network.ts';

/** The model cards `models/legs-NAME.json` and `models/pelvis-NAME.json`, by path. */
const legCards: Readonly<Record<string, LegModel>> = import.meta.glob('../../models/legs-*.json', {
  import: 'default',
  eager: true,
});
const pelvisCards: Readonly<Record<string, PelvisModel>> = import.meta.glob('../../models/pelvis-*.json', {
  import: 'default',
  eager: true,
});
/** Addresses of the weight files, by path. */
const weightUrls: Readonly<Record<string, string>> = import.meta.glob('../../models/{legs,pelvis}-*.bin', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Loads the leg network that was trained for this drill; null: there is none. */
export async function loadLegNetwork(drill: string): Promise<LegNetwork | null> {
  const model = Object.values(legCards).find((card) => card.drill === drill);
  return model ? new LegNetwork(model, await fetchWeights(model.weights)) : null;
}

/**
 * Loads the pelvis network that was trained for this drill; null: there is none with an output that is good enough to
 * be used.
 */
export async function loadPelvisNetwork(drill: string): Promise<PelvisNetwork | null> {
  const model = Object.values(pelvisCards).find((card) => card.drill === drill);
  if (!model?.outputs.some(({ trusted }) => trusted)) return null;
  return new PelvisNetwork(model, await fetchWeights(model.weights));
}

/** @throws `weights-missing`, `weights-corrupt` */
async function fetchWeights(row: WeightFile): Promise<ArrayBuffer> {
  const url = weightUrls[`../../models/${row.file}`];
  if (!url) throw codedError('weights-missing', `${row.file} is not part of this build`);
  return pinnedContent(row, async (cache) => {
    const response = await fetch(url, { cache });
    if (!response.ok) throw codedError('weights-missing', `${row.file}: ${response.status}`);
    return response.arrayBuffer();
  });
}
