import { codedError } from '../coded-error.ts';

/**
 * The numbers of a small network that is part of the build.
 * @param files addresses by path from the workers' folder
 * @throws `weights-missing`, `weights-corrupt`
 */
export async function smallWeights(
  { file, bytes }: { readonly file: string; readonly bytes: number },
  files: Readonly<Record<string, string>>,
): Promise<ArrayBuffer> {
  const url = files[`../models/${file}`];
  if (!url) throw codedError('weights-missing', `${file} is not part of this build`);
  const response = await fetch(url);
  if (!response.ok) throw codedError('weights-missing', `${file}: ${response.status}`);
  const numbers = await response.arrayBuffer();
  if (numbers.byteLength !== bytes) throw codedError('weights-corrupt', `${file} has ${numbers.byteLength} bytes`);
  return numbers;
}
