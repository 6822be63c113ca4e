import type { BestPicture, BestPictureStore } from '../../../src/storage/storage-contract.ts';

/** A picture of three bytes, the first of a JPEG. */
export const aPicture = (part: Partial<BestPicture> = {}): BestPicture => ({
  drill: 'supine-sleeper',
  side: 'left',
  degrees: 31,
  at: '2026-11-20T07:00:00.000Z',
  set: 'set-1',
  jpeg: Uint8Array.of(0xff, 0xd8, 0xff).buffer,
  ...part,
});

/** Pictures in memory, for tests of the screens. */
export class MemoryPictures implements BestPictureStore {
  #all: readonly BestPicture[] = [];

  async list() {
    return this.#all;
  }
  async keepBetter(picture: BestPicture) {
    const isSame = ({ drill, side }: BestPicture) => drill === picture.drill && side === picture.side;
    if (this.#all.some((one) => isSame(one) && one.degrees >= picture.degrees)) return false;
    this.#all = [...this.#all.filter((one) => !isSame(one)), picture];
    return true;
  }
  async remove({ drill, side }: Pick<BestPicture, 'drill' | 'side'>) {
    this.#all = this.#all.filter((one) => one.drill !== drill || one.side !== side);
  }
  async removeOfSet(set: string) {
    this.#all = this.#all.filter((one) => one.set !== set);
  }
  async removeAll() {
    this.#all = [];
  }
}
