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
import { messageOf } from '../coded-error.ts';
import type { BackendName } from '../pose.api.ts';

/** In the order of the trials. WASM is first because it works everywhere and starts at once. */
export const BACKENDS: readonly BackendName[] = ['wasm', 'webgl', 'webgpu'];

/** Why a backend is not worth a trial here, or null. An emulated GPU needs 20 s for its first frame. */
export const whyNotTry = async (backend: BackendName): Promise<string | null> => {
  if (backend === 'wasm') return whyNotWasm();
  return backend === 'webgl' ? whyNotWebgl() : whyNotWebgpu();
};

/** Makes a backend the current one of TensorFlow.js. Throws if it does not start. */
export const activate = async (backend: BackendName): Promise<void> => {
  enableProdMode();
  if (backend === 'wasm') {
    // One path per file: with a single path the backend runs without threads.
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

/** The first bytes of every WebAssembly file: "\0asm". A server may answer a missing file with a page. */
const WASM_MARK: readonly number[] = [0, 0x61, 0x73, 0x6d];

/** Whether the server has the WebAssembly files of this build. */
export async function isWasmServed(): Promise<boolean> {
  const files = [wasmPlain, wasmSimd, wasmThreaded].map(async (url) => {
    const response = await fetch(url);
    const start = new Uint8Array(await response.arrayBuffer()).subarray(0, WASM_MARK.length);
    return response.ok && WASM_MARK.every((byte, i) => start[i] === byte);
  });
  return Promise.all(files).then(
    (served) => served.every(Boolean),
    () => false,
  );
}

/** Frees a backend that lost its trial, because its GPU context would stay alive. It can be activated again. */
export const release = (backend: BackendName): void => {
  const factory = findBackendFactory(backend);
  if (!factory) return;
  removeBackend(backend);
  // Removing a backend also drops its factory, which a later trial may need.
  registerBackend(backend, factory);
};

/**
 * Number of threads of a backend. WASM takes half the processors, at most four; more would compete with the browser's
 * own threads (with two threads on two busy cores a frame takes twice as long).
 */
export const threadsOf = async (backend: BackendName): Promise<number> => {
  if (backend !== 'wasm') return 1;
  const threaded = await env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT');
  return threaded === true ? getThreadsCount() : 1;
};

/** The mark and the version of a file are the smallest module there is. */
const EMPTY_MODULE = Uint8Array.of(...WASM_MARK, 1, 0, 0, 0);

/** A security mode takes WebAssembly away, or lets nothing be compiled. */
const whyNotWasm = (): string | null => {
  try {
    return new WebAssembly.Module(EMPTY_MODULE) instanceof WebAssembly.Module ? null : 'no WebAssembly here';
  } catch (error) {
    return `no WebAssembly here (${messageOf(error)})`;
  }
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

/**
 * Names of CPU rasterisers: SwiftShader (Chromium), llvmpipe, softpipe and lavapipe (Mesa), WARP (Windows), Apple's.
 */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render|\bwarp\b/i;

export const softwareRenderer = (renderer: string): boolean => SOFTWARE.test(renderer);

type Adapter = Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'description'> & Partial<GPUAdapterInfo>;

export const softwareGpu = (info: Adapter): boolean =>
  info.isFallbackAdapter === true || SOFTWARE.test(`${info.vendor} ${info.architecture} ${info.description}`);
