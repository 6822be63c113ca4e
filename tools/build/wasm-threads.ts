import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const FOLDER = '@tensorflow/tfjs-backend-wasm/wasm-out';

/**
 * The text with one part replaced.
 * @throws {Error} when the part is not there
 */
function replaced(code: string, part: string | RegExp, by: string) {
  const out = code.replace(part, by);
  if (out === code) throw new Error(`tfjs-backend-wasm has changed, its threads would hang: ${part} is missing`);
  return out;
}

/**
 * tfjs-backend-wasm makes the scripts of its threads out of text, as `blob:` addresses. A policy without `blob:` refuses these, and the
 * minifier breaks the text (every thread dies with a ReferenceError, and `tf.ready()` never settles). So the build writes both
 * scripts as files beside the worker, unchanged, and the backend starts its threads from their addresses.
 */
export function wasmThreads(): Plugin {
  return {
    name: 'truehip-wasm-threads',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/tfjs-backend-wasm\/dist\/backend_wasm\.js(\?|$)/.test(id)) return null;
      const { wasmWorkerContents } = require(`${FOLDER}/tfjs-backend-wasm-threaded-simd.worker.js`);
      const script = readFileSync(require.resolve(`${FOLDER}/tfjs-backend-wasm-threaded-simd.js`), 'utf8');
      const address = (name: string, source: string) =>
        `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source: source.trim() })}`;
      const thread = address('wasm-thread.worker.js', wasmWorkerContents.replaceAll('\n', '\\n'));
      const main = address('wasm-threads.worker.js', script);
      let out = replaced(code, /import \{ wasmWorkerContents \} from [^\n]*\n/, '\n');
      out = replaced(out, /const response = wasmWorkerContents[^;]*;/, '');
      out = replaced(out, /const blob = new Blob\(\[response\][^;]*;/, '');
      out = replaced(out, 'URL.createObjectURL(blob)', thread);
      out = replaced(out, /mainScriptUrlOrBlob = new Blob\([^;]*;/, `mainScriptUrlOrBlob = ${main};`);
      return { code: out, map: null };
    },
  };
}
