const urlOf = (what: RequestInfo | URL): string =>
  typeof what === 'string' ? what : what instanceof URL ? what.href : what.url;

const redirected = (answer: Response): Response => Object.defineProperty(answer, 'redirected', { value: true });

/** The part of the Cache API that the app uses, in memory. Like the real one it only takes whole responses. */
export class FakeCache {
  readonly held = new Map<string, Response>();
  /** Makes every later write fail. */
  full = false;

  async match(what: RequestInfo | URL): Promise<Response | undefined> {
    const held = this.held.get(urlOf(what));
    return held?.redirected ? redirected(held.clone()) : held?.clone();
  }
  async put(what: RequestInfo | URL, answer: Response): Promise<void> {
    if (answer.status === 206) throw new TypeError('a partial answer');
    if (answer.headers.get('Vary') === '*') throw new TypeError('an answer that varies with everything');
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    const held = new Response(await answer.blob(), { headers: answer.headers });
    this.held.set(urlOf(what), answer.redirected ? redirected(held) : held);
  }
  async delete(what: RequestInfo | URL): Promise<boolean> {
    return this.held.delete(urlOf(what));
  }
  async keys(): Promise<readonly Request[]> {
    return [...this.held.keys()].map((url) => new Request(url));
  }
}

export class FakeCaches {
  readonly all = new Map<string, FakeCache>();

  of(name: string): FakeCache {
    const cache = this.all.get(name) ?? new FakeCache();
    this.all.set(name, cache);
    return cache;
  }
  async open(name: string): Promise<Cache> {
    return this.of(name) as unknown as Cache;
  }
  async delete(name: string): Promise<boolean> {
    return this.all.delete(name);
  }
  async keys(): Promise<string[]> {
    return [...this.all.keys()];
  }
  async match(what: RequestInfo | URL): Promise<Response | undefined> {
    for (const cache of this.all.values()) {
      const found = await cache.match(what);
      if (found) return found;
    }
    return undefined;
  }
}
