import { ensureInstalled } from '../build/ensure-installed.mjs';
import { unfitFolder } from './paths.mjs';
import { PlainError } from './plain-error.mjs';

/**
 * Installs the packages where they are missing and imports a TypeScript module, which tsx, one of them, translates.
 * @param {string} module path from `tools`
 * @throws {PlainError} when nothing can be built in this folder
 */
export async function importTool(module) {
  const unfit = unfitFolder();
  if (unfit !== null) throw new PlainError(unfit);
  await ensureInstalled();
  const { register } = await import('tsx/esm/api');
  register();
  return import(new URL(`../${module}`, import.meta.url).href);
}
