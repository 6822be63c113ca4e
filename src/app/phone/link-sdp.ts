import type { LinkAddress, LinkCard, LinkSetup } from './link-card.ts';

// Between a browser's session description (SDP, RFC 8866) and the few parts of it that differ.

const valueOf = (sdp: string, name: string): string | null =>
  new RegExp(`^a=${name}:(.+?)\\r?$`, 'm').exec(sdp)?.[1] ?? null;

const isSetup = (text: string | null): text is LinkSetup =>
  text === 'actpass' || text === 'active' || text === 'passive';

/** How many addresses go into a code: it has room for few. */
const KEPT = 3;

/** The kinds of addresses, the likeliest way between two devices at home first; then networks of virtual machines, IPv6, this machine. */
const KINDS: readonly RegExp[] = [
  /\.local$|^192\.168\.|^10\./i,
  /^(?!127\.|169\.254\.)[\d.]+$/,
  /^(?!fe[89ab]|::1$)[0-9a-f:]+$/i,
];

const rank = ({ host }: LinkAddress): number => {
  const at = KINDS.findIndex((kind) => kind.test(host));
  return at < 0 ? KINDS.length : at;
};

/** An address of an SDP's line `a=candidate`; null: not one of this network by UDP. */
function addressOf(line: string): LinkAddress | null {
  const [, transport, host, port, kind] =
    /^a=candidate:\S+ 1 (\S+) \d+ (\S+) (\d+) typ (\S+)/.exec(line) ?? ([] as string[]);
  if (transport?.toLowerCase() !== 'udp' || kind !== 'host' || host === undefined) return null;
  return { host, port: Number(port) };
}

/**
 * The parts of a description that the other end needs.
 * @returns null: it lacks one of them, such as an address in a local network
 */
export function cardOf(sdp: string, nonce: string): LinkCard | null {
  const [ufrag, pwd] = [valueOf(sdp, 'ice-ufrag'), valueOf(sdp, 'ice-pwd')];
  const setup = valueOf(sdp, 'setup');
  const fingerprint = /^sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})$/i.exec(valueOf(sdp, 'fingerprint') ?? '')?.[1];
  const addresses = sdp
    .split(/\r?\n/)
    .flatMap((line) => addressOf(line) ?? [])
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, KEPT);
  if (ufrag === null || pwd === null || !isSetup(setup) || fingerprint === undefined || addresses.length === 0)
    return null;
  const bytes = fingerprint.split(':').map((hex) => Number.parseInt(hex, 16));
  return { nonce, setup, ufrag, pwd, fingerprint: bytes, addresses };
}

/** Bytes of the longest message that the other end may send. Ours have 30 to 300. */
const LONGEST = 4096;

/** An address as a line of a description. Priorities by RFC 8445 for addresses of the machine itself; the first is preferred. */
export const candidateOf = ({ host, port }: LinkAddress, index: number): string =>
  `candidate:${index + 1} 1 udp ${126 * 2 ** 24 + (65_535 - index) * 256 + 255} ${host} ${port} typ host`;

/** The description that a browser takes, for one data connection. */
export function sdpOf({ setup, ufrag, pwd, fingerprint, addresses }: LinkCard): string {
  const hash = fingerprint.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
  const candidates = addresses.map((address, index) => `a=${candidateOf(address, index)}`);
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    ...candidates,
    'a=end-of-candidates',
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${pwd}`,
    `a=fingerprint:sha-256 ${hash}`,
    `a=setup:${setup}`,
    'a=mid:0',
    'a=sctp-port:5000',
    `a=max-message-size:${LONGEST}`,
  ];
  return `${lines.join('\r\n')}\r\n`;
}
