/** What measuring needs and this browser does not have. Each is a code of `AppErrorCode`. */
export type MeasuringOff = 'workers-off' | 'frames-off' | 'wasm-off';

/** The smallest module there is: eight bytes of mark and version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** A security mode takes WebAssembly away, or lets nothing be compiled. */
function hasWebAssembly(): boolean {
  try {
    return new WebAssembly.Module(EMPTY_MODULE) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** Why nothing can be measured here, however a picture comes in; null: it can be tried. Firefox gives frames from 132 on. */
export function cannotMeasure(): Exclude<MeasuringOff, 'wasm-off'> | null {
  if (typeof Worker === 'undefined') return 'workers-off';
  return 'requestVideoFrameCallback' in HTMLVideoElement.prototype ? null : 'frames-off';
}

/** What is off here; null: nothing. Without WebAssembly a graphics card may still measure, so it can be tried. */
export const measuringOff = (): MeasuringOff | null => cannotMeasure() ?? (hasWebAssembly() ? null : 'wasm-off');
