/** What a WebGPU adapter tells of itself. */
export interface AdapterInfo {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
  readonly isFallbackAdapter?: boolean;
}

/** CPU rasterisers of the browsers: SwiftShader (Chromium), llvmpipe and softpipe (Mesa), WARP (Windows), Apple's. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render|\bwarp\b/i;

export const softwareRenderer = (renderer: string): boolean => SOFTWARE.test(renderer);

export const softwareGpu = (info: AdapterInfo): boolean =>
  info.isFallbackAdapter === true || SOFTWARE.test(`${info.vendor} ${info.architecture} ${info.description}`);
