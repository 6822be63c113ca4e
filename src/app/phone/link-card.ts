/** An address in the local network at which one end listens, by UDP. */
export interface LinkAddress {
  /** IPv4, IPv6 (eight groups, no zeros in front), or a name such as `1f0e….local` by which a browser hides its address. */
  readonly host: string;
  readonly port: number;
}

/** `actpass` in an offer; an answer is one of the others (RFC 8842). */
export type LinkSetup = 'actpass' | 'active' | 'passive';

/** What one end of the connection must know of the other: all of its SDP that is not always the same. */
export interface LinkCard {
  /** 16 hexadecimal digits, made for one code; the answer repeats them. */
  readonly nonce: string;
  readonly setup: LinkSetup;
  /** Name and password of the connection (RFC 8839). */
  readonly ufrag: string;
  readonly pwd: string;
  /** SHA-256 of the certificate with which this end proves itself, 32 bytes. */
  readonly fingerprint: readonly number[];
  readonly addresses: readonly LinkAddress[];
}

/** A phone or laptop has one or two; each more makes the code denser. */
const MOST_ADDRESSES = 4;
/** Lengths that RFC 8839 allows and browsers keep to. */
const UFRAG = { least: 4, most: 32 } as const;
const PWD = { least: 22, most: 64 } as const;

const VERSION = 1;
const SETUPS: readonly LinkSetup[] = ['actpass', 'active', 'passive'];
/** The characters of names and passwords, each six bits. */
const ICE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const HASH_BYTES = 32;
const NONCE_BYTES = 8;

const bytesOfHex = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
export const hexOf = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const isNonce = (text: string): boolean => /^[0-9a-f]{16}$/.test(text);
const isIce = (text: string, { least, most }: { readonly least: number; readonly most: number }): boolean =>
  text.length >= least && text.length <= most && /^[A-Za-z0-9+/]+$/.test(text);

/** @returns the four bytes; null: no IPv4 address */
function bytesOfIp4(host: string): number[] | null {
  const parts = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) ? host.split('.').map(Number) : [];
  return parts.length === 4 && parts.every((part) => part < 256) ? parts : null;
}

/** @returns the sixteen bytes; null: no IPv6 address */
function bytesOfIp6(host: string): number[] | null {
  if (!/^[0-9a-f:]{2,39}$/i.test(host)) return null;
  const [head = '', tail, ...more] = host.split('::');
  const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')];
  const missing = 8 - first.length - last.length;
  if (more.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return null;
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
}

const UUID_LOCAL = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\.local$/i;

/** The kind of an address in a card, with its bytes; null: a name that is none of these. */
function packedHost(host: string): { readonly kind: number; readonly bytes: readonly number[] } | null {
  const name = UUID_LOCAL.exec(host);
  if (name) return { kind: 1, bytes: bytesOfHex(name.slice(1).join('').toLowerCase()) };
  const ip4 = bytesOfIp4(host);
  if (ip4) return { kind: 4, bytes: ip4 };
  const ip6 = bytesOfIp6(host);
  return ip6 && { kind: 6, bytes: ip6 };
}

function unpackedHost(kind: number, bytes: readonly number[]): string {
  if (kind === 4) return bytes.join('.');
  const hex = hexOf(bytes);
  if (kind === 6) return (hex.match(/.{4}/g) ?? []).map((group) => group.replace(/^0{1,3}/, '')).join(':');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}.local`;
}

const hostBytes = (kind: number): number | null => (kind === 4 ? 4 : kind === 6 || kind === 1 ? 16 : null);

/** Six bits a character, filled with zeros at the end. */
function packedIce(text: string): number[] {
  const bits = Array.from(text, (one) => ICE.indexOf(one).toString(2).padStart(6, '0')).join('');
  return [text.length, ...(bits.match(/.{1,8}/g) ?? []).map((eight) => Number.parseInt(eight.padEnd(8, '0'), 2))];
}

/** Reads a card's bytes one after the other; `null` once they are too few. */
class Bytes {
  readonly #bytes: readonly number[];
  #at = 0;

  constructor(bytes: readonly number[]) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  take(count: number): readonly number[] | null {
    const end = this.#at + count;
    if (end > this.#bytes.length) return null;
    const part = this.#bytes.slice(this.#at, end);
    this.#at = end;
    return part;
  }

  one(): number | null {
    return this.take(1)?.[0] ?? null;
  }

  ice(): string | null {
    const length = this.one();
    const bytes = length === null ? null : this.take(Math.ceil((length * 6) / 8));
    if (length === null || bytes === null) return null;
    const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
    return Array.from({ length }, (_, i) => ICE[Number.parseInt(bits.slice(6 * i, 6 * i + 6), 2)] ?? '').join('');
  }

  address(): LinkAddress | null {
    const kind = this.one();
    const port = this.take(2);
    const length = kind === null ? null : hostBytes(kind);
    const host = length === null ? null : this.take(length);
    if (kind === null || port === null || host === null) return null;
    return { host: unpackedHost(kind, host), port: (port[0] ?? 0) * 256 + (port[1] ?? 0) };
  }
}

const isPort = (port: number): boolean => Number.isInteger(port) && port > 0 && port < 65_536;

const isWhole = ({ nonce, ufrag, pwd, fingerprint, addresses }: LinkCard): boolean =>
  isNonce(nonce) &&
  isIce(ufrag, UFRAG) &&
  isIce(pwd, PWD) &&
  fingerprint.length === HASH_BYTES &&
  addresses.length > 0 &&
  addresses.length <= MOST_ADDRESSES &&
  addresses.every(({ port }) => isPort(port));

/**
 * A card in as few bytes as it takes: 72 with one IPv4 address in Chromium, 84 with a hidden one.
 * @throws {RangeError} when the card has no address, or parts that no browser makes
 */
export function packCard(card: LinkCard): Uint8Array {
  if (!isWhole(card)) throw new RangeError('not a card of a connection');
  const addresses = card.addresses.flatMap(({ host, port }) => {
    const packed = packedHost(host);
    if (packed === null) throw new RangeError(`not an address of a local network: ${host}`);
    return [packed.kind, port >> 8, port & 255, ...packed.bytes];
  });
  return Uint8Array.from([
    VERSION * 16 + SETUPS.indexOf(card.setup),
    ...bytesOfHex(card.nonce),
    ...packedIce(card.ufrag),
    ...packedIce(card.pwd),
    ...card.fingerprint,
    card.addresses.length,
    ...addresses,
  ]);
}

/** @returns null: these are not the bytes of a card, or of another version */
export function unpackCard(bytes: Uint8Array): LinkCard | null {
  const rest = new Bytes([...bytes]);
  const head = rest.one();
  const setup = head === null || head >> 4 !== VERSION ? undefined : SETUPS[head & 15];
  const nonce = rest.take(NONCE_BYTES);
  const ufrag = rest.ice();
  const pwd = rest.ice();
  const fingerprint = rest.take(HASH_BYTES);
  const count = rest.one();
  if (setup === undefined || nonce === null || ufrag === null || pwd === null) return null;
  if (fingerprint === null || count === null || count > MOST_ADDRESSES) return null;
  const addresses = Array.from({ length: count }, () => rest.address());
  if (!rest.isAtEnd || !addresses.every((one) => one !== null)) return null;
  const card = { nonce: hexOf(nonce), setup, ufrag, pwd, fingerprint, addresses };
  return isWhole(card) ? card : null;
}
