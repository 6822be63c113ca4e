import { describe, expect, it } from 'vitest';
import { softwareGpu, softwareRenderer } from '../../../workers/backend/backend.ts';

describe('a GPU that the CPU emulates', () => {
  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'ANGLE (Mesa, llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 4.5)',
    'llvmpipe, or similar',
    'Apple Software Renderer',
    'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  ])('is recognised by its WebGL renderer: %s', (renderer) => {
    expect(softwareRenderer(renderer)).toBe(true);
  });

  it.each([
    'ANGLE (Intel, Intel(R) Iris(R) Xe Graphics (0x00009A49) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)',
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'Adreno (TM) 650',
  ])('is not reported for a real GPU: %s', (renderer) => {
    expect(softwareRenderer(renderer)).toBe(false);
  });

  it('is recognised by its WebGPU adapter', () => {
    const real = { vendor: 'intel', architecture: 'gen-12lp', description: '' };
    expect(softwareGpu(real)).toBe(false);
    expect(softwareGpu({ ...real, isFallbackAdapter: true })).toBe(true);
    expect(softwareGpu({ vendor: 'google', architecture: 'swiftshader', description: '' })).toBe(true);
  });
});
