import '@tensorflow/tfjs-backend-webgpu';
import { getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmPlain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import wasmThreaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import {
  enableProdMode,
  env,
  findBackendFactory,
  ready,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import { softwareGpu, softwareRenderer } from './software-gpu.ts';
import type { BackendName } from '../pose.api.ts';

/** Tried in this order: WASM is there everywhere and at once. */
export const BACKENDS: readonly BackendName[] = ['wasm', 'webgl', 'webgpu'];

/** Why a backend is not worth a trial on this machine, or null. A GPU drawn by the CPU needs 20 s for its first frame. */
export const whyNotTry = async (backend: BackendName): Promise<string | null> => {
  if (backend === 'wasm') return typeof WebAssembly === 'undefined' ? 'no WebAssembly here' : null;
  return backend === 'webgl' ? whyNotWebgl() : whyNotWebgpu();
};

/** Makes a backend the current one. Throws when it does not start. */
export const activate = async (backend: BackendName): Promise<void> => {
  enableProdMode();
  if (backend === 'wasm') {
    // One path per file: a single path would switch the threads off.
    setWasmPaths({
      'tfjs-backend-wasm.wasm': wasmPlain,
      'tfjs-backend-wasm-simd.wasm': wasmSimd,
      'tfjs-backend-wasm-threaded-simd.wasm': wasmThreaded,
    });
  }
  if (backend === 'webgl') await import('@tensorflow/tfjs-backend-webgl');
  if (!(await setBackend(backend))) throw new Error('did not start');
  await ready();
};

/** Frees a backend that lost its trial: a GPU context would stay alive beside the chosen one. It can be activated again. */
export const release = (backend: BackendName): void => {
  const factory = findBackendFactory(backend);
  if (!factory) return;
  removeBackend(backend);
  // Removing forgets how it is made as well, and another engine may want to try on it.
  registerBackend(backend, factory);
};

/**
 * Threads the WASM backend uses: its own choice, half the processors and at most four. More would spin against the
 * browser's own threads: with two on two busy cores a frame takes twice as long (measured).
 */
export const threadsOf = async (backend: BackendName): Promise<number> => {
  if (backend !== 'wasm') return 1;
  const threaded = await env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT');
  return threaded === true ? getThreadsCount() : 1;
};

const whyNotWebgl = (): string | null => {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!context) return 'no WebGL 2 in a worker here';
  const named = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return softwareRenderer(renderer) ? `skipped: software rendering (${renderer})` : null;
};

const whyNotWebgpu = async (): Promise<string | null> => {
  if (!('gpu' in navigator)) return 'no WebGPU here';
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!adapter) return 'no WebGPU adapter here';
  const { vendor, architecture, description } = adapter.info;
  return softwareGpu(adapter.info)
    ? `skipped: software adapter (${[vendor, architecture, description].filter(Boolean).join(' ')})`
    : null;
};
