import { ensureInstalled } from '../build/ensure-installed.mjs';

/**
 * Installs the packages where they are missing and imports a TypeScript module, which tsx, one of them, translates.
 * @param {string} module path from `tools`
 */
export async function importTool(module) {
  await ensureInstalled();
  const { register } = await import('tsx/esm/api');
  register();
  return import(new URL(`../${module}`, import.meta.url).href);
}
