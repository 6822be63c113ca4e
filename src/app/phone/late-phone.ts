import type { PhoneFeed } from '../session/phone-line.ts';
import type { PhoneLink } from './phone-link.ts';

/** The link to a phone, loaded when somebody wants to use one; there is one in a visit. */
export class LatePhone {
  readonly #use: (feed: PhoneFeed | null) => void;
  readonly #load: () => Promise<PhoneLink>;
  #loading: Promise<PhoneLink> | null = null;
  #now: PhoneLink | null = null;
  #isUsed = false;

  /** @param use called with the phone once one is connected, and with null when it is no more */
  constructor(
    use: (feed: PhoneFeed | null) => void,
    load: () => Promise<PhoneLink> = async () => new (await import('./phone-link.ts')).PhoneLink(),
  ) {
    this.#use = use;
    this.#load = load;
  }

  /** Null: nobody has asked for it yet. */
  get now(): PhoneLink | null {
    return this.#now;
  }

  /** @throws when its code cannot be loaded; the next call tries again */
  link(): Promise<PhoneLink> {
    this.#loading ??= this.#begin();
    return this.#loading;
  }

  async #begin(): Promise<PhoneLink> {
    try {
      const link = await this.#load();
      link.subscribe(() => this.#follow(link));
      this.#now = link;
      return link;
    } catch (error) {
      this.#loading = null;
      throw error;
    }
  }

  #follow(link: PhoneLink): void {
    if (link.isPaired === this.#isUsed) return;
    this.#isUsed = link.isPaired;
    this.#use(this.#isUsed ? link : null);
  }
}
