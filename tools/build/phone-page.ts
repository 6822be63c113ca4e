import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { pagePolicy } from './page-policy.ts';

const page = fileURLToPath(new URL('../../phone.html', import.meta.url));

/**
 * Adds the phone's page (`phone.html`) to the built app. It is built apart: what it shares with the app would otherwise come from the
 * app's first file, thirty times as large as this page.
 * @param collect called with what the page is made of, for the licences
 */
export function phonePage(collect: (bundle: Rolldown.OutputBundle) => void): Plugin {
  let base = '/';
  let isApp = false;
  return {
    name: 'truehip-phone-page',
    apply: 'build',
    configResolved(config) {
      base = config.base;
      // Test pages are built with the same settings.
      const { input } = config.build.rollupOptions;
      isApp = existsSync(page) && typeof input === 'object' && 'app' in input;
    },
    async generateBundle() {
      if (!isApp) return;
      const built = await build({
        configFile: false,
        publicDir: false,
        logLevel: 'error',
        base,
        build: {
          write: false,
          target: 'es2022',
          modulePreload: false,
          rollupOptions: { input: { 'phone-page': page } },
        },
        plugins: [pagePolicy(), { name: 'truehip-phone-parts', generateBundle: (_options, bundle) => collect(bundle) }],
      });
      for (const { output } of [built].flat() as readonly Rolldown.RolldownOutput[])
        for (const file of output)
          this.emitFile({
            type: 'asset',
            fileName: file.fileName,
            source: file.type === 'chunk' ? file.code : file.source,
          });
    },
  };
}
