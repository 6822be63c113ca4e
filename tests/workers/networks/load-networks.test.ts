import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchNetworksAhead, loadPelvisNetwork } from '../../../workers/networks/load-networks.ts';
import { weightsOf } from '../small-network.ts';

/** Serves the weight files of `models`; records their names. */
function serveWeights(): string[] {
  const served: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    const file = url.replace(/\?.*$/, '').split('/').at(-1) ?? '';
    served.push(file);
    return Promise.resolve(new Response(weightsOf(file)));
  });
  return served;
}

afterEach(() => vi.unstubAllGlobals());

describe('loading the network of a drill', () => {
  it('finds the card and the weights of the drill', async () => {
    const served = serveWeights();
    const pelvis = await loadPelvisNetwork('ninety-ninety-stretch');
    expect(pelvis?.model.drill).toBe('ninety-ninety-stretch');
    expect(served).toEqual(['pelvis-ninety-ninety-stretch.bin']);
  });

  it('fetches weights once that were fetched ahead', async () => {
    const served = serveWeights();
    fetchNetworksAhead({ pelvisModel: 'ninety-ninety-stretch' });
    fetchNetworksAhead({ pelvisModel: 'no-such-drill' });
    expect(served).toEqual(['pelvis-ninety-ninety-stretch.bin']);
    expect((await loadPelvisNetwork('ninety-ninety-stretch'))?.model.drill).toBe('ninety-ninety-stretch');
    expect(served).toHaveLength(1);
  });

  it('fetches again what could not be fetched ahead', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no line')));
    fetchNetworksAhead({ pelvisModel: 'ninety-ninety-stretch' });
    const served = serveWeights();
    expect((await loadPelvisNetwork('ninety-ninety-stretch'))?.model.drill).toBe('ninety-ninety-stretch');
    expect(served).toEqual(['pelvis-ninety-ninety-stretch.bin']);
  });

  it('gives null for a drill without a network', async () => {
    serveWeights();
    expect(await loadPelvisNetwork('no-such-drill')).toBeNull();
  });

  it('rejects weights of another length', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Uint8Array(3))));
    await expect(loadPelvisNetwork('ninety-ninety-stretch')).rejects.toMatchObject({ name: 'weights-corrupt' });
  });

  it('rejects weights of the right length that are not the ones on the card', async () => {
    const file = 'pelvis-ninety-ninety-stretch.bin';
    const broken = new Uint8Array(weightsOf(file).slice(0));
    broken[1000] = (broken[1000] ?? 0) ^ 1;
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(broken.slice())));
    await expect(loadPelvisNetwork('ninety-ninety-stretch')).rejects.toMatchObject({ name: 'weights-corrupt' });
  });

  it('asks the server again where the browser’s cache holds a broken copy', async () => {
    const asked: (RequestCache | undefined)[] = [];
    vi.stubGlobal('fetch', (_: string, { cache }: RequestInit) => {
      asked.push(cache);
      const whole = weightsOf('pelvis-ninety-ninety-stretch.bin');
      return Promise.resolve(new Response(cache === 'reload' ? whole : new Uint8Array(whole.byteLength)));
    });
    expect((await loadPelvisNetwork('ninety-ninety-stretch'))?.model.drill).toBe('ninety-ninety-stretch');
    expect(asked).toEqual(['default', 'reload']);
  });
});
