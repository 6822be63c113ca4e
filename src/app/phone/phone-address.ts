/** Addresses that a server may name. */
const MOST = 8;

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host.startsWith('127.');

const isSecureAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length < 200 && value.startsWith('https://');

/**
 * Where a phone finds its page, the likeliest address first. A page of a host is there for the phone too. One that is only on this
 * computer asks the server, which `npm start -- --lan` has told (`tools/build/start-app.ts`).
 * @returns none: a phone cannot reach this page, or would get no motion there because it is not https
 */
export async function phoneAddresses(here: string): Promise<readonly string[]> {
  const page = new URL('phone.html', here);
  if (!isThisMachine(page.hostname)) return page.protocol === 'https:' ? [page.href] : [];
  try {
    const answer = await fetch(new URL('phone-address.json', here));
    const named: unknown = answer.ok ? await answer.json() : [];
    if (!Array.isArray(named)) return [];
    return named
      .filter(isSecureAddress)
      .slice(0, MOST)
      .map((url) => new URL('phone.html', url).href);
  } catch {
    return [];
  }
}
