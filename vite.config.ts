import { fileURLToPath } from 'node:url';
import { defineConfig, normalizePath, type Plugin } from 'vite';
import { fetchWeights } from './models/fetch-weights.ts';
import isolationHeaders from './tools/browser/headers.json' with { type: 'json' };
import { buildIdentity } from './tools/build/build-identity.ts';
import { devHeaders } from './tools/browser/dev-headers.ts';
import { compressedCopies } from './tools/build/compressed-copies.ts';
import { offlineBuild } from './tools/build/offline-build.ts';
import { pagePolicy } from './tools/build/page-policy.ts';
import { phonePage } from './tools/build/phone-page.ts';
import { thirdParty } from './tools/build/third-party.ts';
import { wasmThreads } from './tools/build/wasm-threads.ts';
import { unfitFolder } from './tools/shared/paths.mjs';
import { PlainError } from './tools/shared/plain-error.mjs';

const unfit = unfitFolder();
if (unfit !== null) throw new PlainError(unfit);

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Copies the model weights into place before a build, so that every command that builds works on a fresh clone. */
function modelWeights(): Plugin {
  return {
    name: 'truehip-model-weights',
    apply: 'build',
    async buildStart() {
      await fetchWeights();
    },
  };
}

const PAGE = normalizePath(at('index.html'));
const START = normalizePath(at('src/main.ts'));

/**
 * Whether the page imports a module before it shows anything. All of these go into one file: else the bundler cuts a chunk of every
 * set of modules that some later screen shares, fifty requests of a few hundred bytes and an eighth more in all. What starts the app
 * stays apart: whoever shares a module with it (a language) must not start it, nor wait until it has started.
 */
function isInFirstLoad(id: string, importersOf: (id: string) => readonly string[], seen = new Set<string>()): boolean {
  if (id === PAGE || id === START) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return importersOf(id).some((other) => isInFirstLoad(other, importersOf, seen));
}

const licences = thirdParty();

export default defineConfig({
  // Every address is relative, so that one build works at the root of a host, below a path, and behind a proxy.
  base: './',
  resolve: {
    // An IIFE without exports, imported by pose-detection, with which the pages of tests and bench compare our engine.
    alias: { '@mediapipe/pose': at('tests/browser/pages/mediapipe-pose.ts') },
  },
  plugins: [
    modelWeights(),
    buildIdentity(),
    pagePolicy(),
    phonePage(licences.collect),
    licences.page(),
    offlineBuild(),
    compressedCopies(),
  ],
  worker: { format: 'es', plugins: () => [wasmThreads(), licences.worker()] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      input: { app: at('index.html') },
      output: {
        codeSplitting: {
          groups: [
            {
              debugName: 'first-load',
              name: (id, context) =>
                id !== PAGE && id !== START && isInFirstLoad(id, (of) => context.getModuleInfo(of)?.importers ?? [])
                  ? 'first-load'
                  : null,
            },
          ],
        },
      },
    },
  },
  server: { headers: devHeaders },
  preview: { headers: isolationHeaders },
});
