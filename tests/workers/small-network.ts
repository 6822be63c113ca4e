import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import '@tensorflow/tfjs-backend-wasm';
import { memory, ready, setBackend } from '@tensorflow/tfjs-core';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** @param path from the project’s root */
export const json = (path: string): unknown => JSON.parse(readFileSync(at(path), 'utf8'));

/** The bytes of a file in `models`. */
export function weightsOf(file: string): ArrayBuffer {
  const weights = readFileSync(at(`models/${file}`));
  return weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength);
}

export async function onWasm(): Promise<void> {
  await setBackend('wasm');
  await ready();
}

interface SmallNetwork<Input> {
  run(input: Input): Promise<unknown>;
  dispose(): void;
}

/** Number of tensors before, after a first run, after a second run, and after dispose. */
export async function tensorsThrough<Input>(
  make: () => SmallNetwork<Input>,
  input: Input,
): Promise<readonly [before: number, first: number, second: number, after: number]> {
  const before = memory().numTensors;
  const network = make();
  await network.run(input);
  const first = memory().numTensors;
  await network.run(input);
  const second = memory().numTensors;
  network.dispose();
  return [before, first, second, memory().numTensors];
}
