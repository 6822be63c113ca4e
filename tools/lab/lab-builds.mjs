import { join } from 'node:path';
import { root } from '../shared/paths.mjs';

/**
 * Bundles a part of the lab for Node 20, which runs no TypeScript, as `main.mjs`.
 * @param {string} entry from the project's root
 * @param {string} outDir
 */
export async function buildForNode(entry, outDir) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root,
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  });
}

/**
 * Builds one page with the app's settings, without the app's own pages.
 * @param {string} page from the project's root
 * @param {string} outDir
 */
export async function buildPage(page, outDir) {
  const { build, loadConfigFromFile } = await import('vite');
  const found = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(root, 'vite.config.ts'));
  const config = found?.config ?? {};
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    root,
    build: { ...config.build, outDir, emptyOutDir: true, rollupOptions: { input: join(root, page) } },
  });
}
