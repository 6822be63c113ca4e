import { seededChance } from '../shared/seeded-chance.ts';

/** Requests that no browser sends, from a seed. Each is the text of a connection and what its sender does. */
export interface HostileRequest {
  kind: string;
  /** What is sent. */
  bytes: Buffer;
  /** Bytes of the answer after which the sender breaks off; null: reads to the end. */
  hangUpAfter: number | null;
}

/** Parts of paths, one by blank: ways out of the folder, bad codes, names that mean something to some system. */
const pieces = [
  '.. . %2e%2e %2E. ..%2f.. ..%5c.. %c0%ae%c0%ae ..; ... %252e%252e \\..\\ %00 %0d%0aX:y % %f %ff %zz %u002e \u0001 \u00e9',
  '%ED%A0%80 %E2%80%AE %20 + index.html assets big.bin link.txt out secret.txt pipe x.webmanifest .built-from .git CON C:',
  'file: ~root $HOME `id` {{7*7}} <script> \' * | " etc passwd',
].flatMap((line) => line.split(' '));
const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PATCH',
  'PROPFIND',
  'M-SEARCH',
  'get',
  'X',
];
const known = [
  '/',
  '/index.html',
  '/big.bin',
  '/assets/a.js',
  '/link.txt',
  '/out/secret.txt',
  '/../secret.txt',
  '/pipe',
];

const tools = (chance: () => number) => {
  const below = (n: number) => Math.floor(chance() * n);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const path = () => {
    const depth = 1 + below(chance() < 0.05 ? 400 : 6);
    return `/${Array.from({ length: depth }, () => one(pieces) + (chance() < 0.2 ? one(pieces) : '')).join(one(['/', '/', '//']))}`;
  };
  return { below, one, path };
};

/** @returns a value of a Range header */
function oddRange(chance: () => number): string {
  const { below, one } = tools(chance);
  const number = () =>
    one(['', '0', '1', '-1', '1e9', '0x10', 'NaN', '9'.repeat(1 + below(400)), String(below(400_000))]);
  const single = () => `${number()}-${number()}`;
  return `${one(['bytes', 'bytes', 'Bytes', 'lines', ''])}=${Array.from({ length: 1 + below(chance() < 0.1 ? 300 : 3) }, single).join(',')}`;
}

function oddHeaders(chance: () => number): string[] {
  const { below, one } = tools(chance);
  const all = [
    () => `Range: ${oddRange(chance)}`,
    () => `If-Range: ${one(['"x"', 'W/"x"', '', '"'])}`,
    () => `If-None-Match: ${one(['*', '"', 'W/', ','.repeat(below(2000)), '"a", "b"'])}`,
    () =>
      `Accept-Encoding: ${one(['br', 'gzip;q=9', '*;q=0', ';;;', ','.repeat(below(3000)), 'br;q=NaN', 'identity'])}`,
    () => `Host: ${one(['', 'x', '[::1', '../..', 'a'.repeat(below(2000))])}`,
    () => `Connection: ${one(['close', 'upgrade', 'keep-alive, Range', 'x'])}`,
    () => `Upgrade: ${one(['websocket', 'h2c'])}`,
    () => `Expect: ${one(['100-continue', 'nothing'])}`,
    () => `Content-Length: ${one(['0', '5', '-1', '99999999999999999999', 'x'])}`,
    () => `Transfer-Encoding: ${one(['chunked', 'gzip', 'chunked, chunked'])}`,
    () => `X-${below(100)}: ${'v'.repeat(below(300))}`,
    () => `${one(['Bad Header', '', ' folded', 'A\u0000'])}: y`,
  ];
  return Array.from({ length: below(5) }, () => one(all)());
}

const kinds: Readonly<Record<string, (chance: () => number) => { text: string | Buffer; hangUpAfter?: number }>> = {
  path: (chance) => ({ text: request({ target: tools(chance).path(), headers: oddHeaders(chance) }) }),
  'long name': (chance) => {
    const { below, one } = tools(chance);
    const name = one(['n', '%61', '%F0%9F%90%88', '../', '/', 'é']).repeat(1 + below(chance() < 0.2 ? 20_000 : 600));
    return { text: request({ target: `/${name}` }) };
  },
  'below a file': (chance) => ({
    text: request({ target: `${tools(chance).one(known)}/${tools(chance).one(['', 'y', '/', '..', '%2e%2e/y'])}` }),
  }),
  range: (chance) => ({
    text: request({ target: tools(chance).one(known), headers: [`Range: ${oddRange(chance)}`, ...oddHeaders(chance)] }),
  }),
  'broken off': (chance) => ({
    text: request({
      target: '/big.bin',
      headers: chance() < 0.3 ? [`Range: bytes=${tools(chance).below(1000)}-`] : [],
    }),
    hangUpAfter: tools(chance).below(60_000),
  }),
  method: (chance) => {
    const { one, below } = tools(chance);
    const method = chance() < 0.1 ? 'M'.repeat(1 + below(2000)) : one(methods);
    return {
      text:
        request({ method, target: one(known), headers: oddHeaders(chance) }) +
        (chance() < 0.3 ? 'b'.repeat(below(500)) : ''),
    };
  },
  'header flood': (chance) => {
    const { below, one } = tools(chance);
    const count = below(4000);
    return { text: request({ target: one(known), headers: Array.from({ length: count }, (_, i) => `H${i}: ${i}`) }) };
  },
  target: (chance) => ({
    text: request({
      target: tools(chance).one(['*', 'http://x/', 'https://a:b@c/../secret.txt', '//', 'x', '?', '#', 'CONNECT:1']),
    }),
  }),
  burst: (chance) => ({
    text: request({ target: tools(chance).one(known), close: false }).repeat(1 + tools(chance).below(60)),
    hangUpAfter: tools(chance).below(5000),
  }),
  unfinished: (chance) => {
    const whole = request({ target: tools(chance).one(known) });
    return { text: whole.slice(0, tools(chance).below(whole.length - 1)), hangUpAfter: 0 };
  },
  noise: (chance) => ({
    text: Buffer.from(Array.from({ length: tools(chance).below(600) }, () => tools(chance).below(256))),
  }),
};

function request({
  method = 'GET',
  target,
  headers = [],
  close = true,
}: {
  method?: string;
  target: string;
  headers?: readonly string[];
  close?: boolean;
}): string {
  const end = close ? ['Connection: close'] : [];
  return `${[`${method} ${target} HTTP/1.1`, 'Host: x', ...headers, ...end].join('\r\n')}\r\n\r\n`;
}

/** @returns the same for the same seed */
export function* hostileRequests(count: number, seed: number): Generator<HostileRequest> {
  const chance = seededChance(seed);
  const names = Object.keys(kinds);
  for (let i = 0; i < count; i += 1) {
    const kind = tools(chance).one(names);
    const { text, hangUpAfter = null } = (kinds[kind] as NonNullable<(typeof kinds)[string]>)(chance);
    yield { kind, bytes: typeof text === 'string' ? Buffer.from(text, 'latin1') : text, hangUpAfter };
  }
}
