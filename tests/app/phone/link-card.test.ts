import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerText, cardText, readAnswer, readCardText } from '../../../src/app/phone/card-text.ts';
import { type LinkCard, packCard, unpackCard } from '../../../src/app/phone/link-card.ts';
import { cardOf, sdpOf } from '../../../src/app/phone/link-sdp.ts';
import { codeRows } from '../../../src/app/qr-code.ts';
import { cardWith } from './fake-peer.ts';
import { decodeQR } from 'qr/decode.js';
import { seededChance } from '../../../tools/shared/seeded-chance.ts';

/** What Chromium writes into its offer, with a hidden address, one by TCP and one of IPv6. */
const CHROMIUM = [
  'v=0',
  'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'a=extmap-allow-mixed',
  'a=msid-semantic: WMS',
  'm=application 61905 UDP/DTLS/SCTP webrtc-datachannel',
  'c=IN IP4 0.0.0.0',
  'a=candidate:1 1 udp 2113939711 2001:db8::7 61904 typ host generation 0 network-id 2',
  'a=candidate:2 1 udp 2113937151 1f0e3dad-9990-4d5b-9d1e-0c1f6d7a8b9c.local 61905 typ host generation 0 network-id 1',
  'a=candidate:3 1 tcp 1518280447 192.168.1.7 9 typ host tcptype active generation 0',
  'a=candidate:4 1 udp 1677729535 203.0.113.9 61905 typ srflx raddr 0.0.0.0 rport 0 generation 0',
  'a=ice-ufrag:x4Bv',
  'a=ice-pwd:HnQmZyS8rL2bK0vXe5t+WcJ/',
  'a=ice-options:trickle',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, i) => (i + 160).toString(16).toUpperCase()).join(':')}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=sctp-port:5000',
  'a=max-message-size:262144',
  '',
].join('\r\n');

const hex = (digits: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'.split('')), { minLength: digits, maxLength: digits })
    .map((all) => all.join(''));
const ice = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...'ABCXYZabcxyz0189+/'.split('')), { minLength: least, maxLength: most })
    .map((letters) => letters.join(''));
const host = fc.oneof(
  fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => parts.join('.')),
  fc.array(fc.nat(65_535), { minLength: 8, maxLength: 8 }).map((all) => all.map((one) => one.toString(16)).join(':')),
  fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => `${parts.join('-')}.local`),
);
const cards: fc.Arbitrary<LinkCard> = fc.record({
  nonce: hex(16),
  setup: fc.constantFrom('actpass' as const, 'active' as const, 'passive' as const),
  ufrag: ice(4, 32),
  pwd: ice(22, 64),
  fingerprint: fc.array(fc.nat(255), { minLength: 32, maxLength: 32 }),
  addresses: fc.array(fc.record({ host, port: fc.integer({ min: 1, max: 65_535 }) }), { minLength: 1, maxLength: 4 }),
});

describe('the card of a connection', () => {
  it('comes out of a browser’s description with the addresses of this network only, hidden names first', () => {
    const card = cardOf(CHROMIUM, '00112233445566aa');
    expect(card).toMatchObject({ setup: 'actpass', ufrag: 'x4Bv', pwd: 'HnQmZyS8rL2bK0vXe5t+WcJ/' });
    expect(card?.addresses).toEqual([
      { host: '1f0e3dad-9990-4d5b-9d1e-0c1f6d7a8b9c.local', port: 61_905 },
      { host: '2001:db8::7', port: 61_904 },
    ]);
    expect(card?.fingerprint.slice(0, 2)).toEqual([160, 161]);
  });

  it('keeps the likeliest ways where a computer has many addresses', () => {
    const hosts = ['fe80::1', '172.17.0.1', '2001:db8::7', '127.0.0.1', '172.18.0.1', '192.168.1.7', '10.8.0.2'];
    const lines = hosts.map((one, i) => `a=candidate:${i} 1 UDP 1 ${one} ${5000 + i} typ host`);
    const sdp = CHROMIUM.replace(/a=candidate.*\r\n/g, '').replace('a=mid:0', `${lines.join('\r\n')}\r\na=mid:0`);
    expect(cardOf(sdp, '00112233445566aa')?.addresses.map((one) => one.host)).toEqual([
      '192.168.1.7',
      '10.8.0.2',
      '172.17.0.1',
    ]);
  });

  it('is none where a description has no address, no password or another hash', () => {
    for (const spoiled of [
      CHROMIUM.replaceAll(' typ host', ' typ relay'),
      CHROMIUM.replace(/a=ice-pwd.*\r\n/, ''),
      CHROMIUM.replace('sha-256', 'sha-1'),
      '',
    ])
      expect(cardOf(spoiled, '00112233445566aa')).toBeNull();
  });

  it('comes back from the description that is written of it', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const kept = { ...card, addresses: card.addresses.slice(0, 1) };
        expect(cardOf(sdpOf(kept), card.nonce)).toEqual(kept);
      }),
    );
  });

  it('comes back from its bytes and both texts', () => {
    fc.assert(
      fc.property(cards, (card) => {
        expect(unpackCard(packCard(card))).toEqual(card);
        expect(readCardText(`#${cardText(card)}`)).toEqual(card);
        expect(readAnswer(answerText(card))).toEqual(card);
      }),
    );
  });

  it('is small: 72 bytes with one IPv4 address, codes of version 7 and 5', () => {
    const offer = cardWith();
    expect(packCard(offer)).toHaveLength(72);
    expect(
      packCard(cardWith({ addresses: [{ host: '1f0e3dad-9990-4d5b-9d1e-0c1f6d7a8b9c.local', port: 1 }] })),
    ).toHaveLength(84);
    // Modules a side without the light border; version v has 17 + 4 v.
    const version = (text: string): number => (codeRows(text).length - 8 - 17) / 4;
    expect(version(`https://192.168.178.23:4174/phone.html#${cardText(offer)}`)).toBe(7);
    expect(version(answerText(cardWith({ setup: 'active' })))).toBe(5);
    const hidden = { host: '1f0e3dad-9990-4d5b-9d1e-0c1f6d7a8b9c.local', port: 61_905 };
    expect(version(answerText(cardWith({ setup: 'active', addresses: [hidden] })))).toBe(5);
  });

  it('is refused where it has no address, an impossible one, or a wrong part', () => {
    for (const spoiled of [
      { addresses: [] },
      { addresses: [{ host: 'example.com', port: 1 }] },
      { addresses: [{ host: '1.2.3.256', port: 1 }] },
      { addresses: [{ host: '1::2::3', port: 1 }] },
      { addresses: [{ host: '1.2.3.4', port: 0 }] },
      { ufrag: 'a b c' },
      { pwd: 'short' },
      { nonce: 'xyz' },
      { fingerprint: [1] },
    ])
      expect(() => packCard(cardWith(spoiled)), JSON.stringify(spoiled)).toThrow(RangeError);
  });
});

describe('a text that is no card', () => {
  it('gives null and never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 700, unit: 'binary-ascii' }), (text) => {
        expect([null, 'object']).toContain(readCardText(text) === null ? null : 'object');
        expect(typeof readAnswer(text)).toBe('object');
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const card = unpackCard(bytes);
        if (card !== null) expect(packCard(card)).toEqual(bytes);
      }),
    );
  });

  it('is refused when one byte is missing or too many', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const bytes = packCard(card);
        expect(unpackCard(bytes.slice(0, -1))).toBeNull();
        expect(unpackCard(Uint8Array.from([...bytes, 0]))).toBeNull();
      }),
    );
  });

  it('is another code, or one of Truehip that is broken', () => {
    expect(readAnswer('https://example.com')).toBeNull();
    expect(readAnswer('TRUEHIP:')).toBeNull();
    expect(readAnswer(`TRUEHIP:${'A'.repeat(1000)}`)).toBeNull();
    expect(readAnswer(`${answerText(cardWith())}00`)).toBeNull();
  });
});

/** The laptop's camera picture. */
const [WIDTH, HEIGHT] = [960, 540];

/** A phone's answer with an address that the browser hides, as most phones make it. */
const TEXT = answerText(
  cardWith({ setup: 'active', addresses: [{ host: '1f0e3dad-9990-4d5b-9d1e-0c1f6d7a8b9c.local', port: 61_905 }] }),
);

/** Where a pixel lies in the code, in modules. @param tilt degrees; the phone is also turned away a little */
function place(x: number, y: number, size: number, tilt: number, side: number): readonly [number, number] {
  const [c, s] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)];
  const [dx, dy] = [x - 500 + 0.1 * (y - 280), y - 280];
  return [Math.floor((c * dx + s * dy) / size + side / 2), Math.floor((c * dy - s * dx) / size + side / 2)];
}

/** The phone in front of the camera in a dim room: brightness 18 and 95 of 255 on 40, noise of ± 10. @param size pixels a module */
function picture(size: number, tilt: number, seed: number): Uint8ClampedArray {
  const rows = codeRows(TEXT);
  const chance = seededChance(seed);
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255);
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    let light = 0;
    for (const part of [0.25, 0.75]) {
      const [column, row] = place((at % WIDTH) + part, Math.floor(at / WIDTH) + part, size, tilt, rows.length);
      const dark = rows[row]?.[column];
      light += dark === undefined ? 40 : dark ? 18 : 95;
    }
    data.fill(light / 2 + 20 * (chance() - 0.5), 4 * at, 4 * at + 3);
  }
  return data;
}

describe('the code of the phone in front of the camera', () => {
  // 2.5 pixels a module: a code of 6 cm, an arm's length (40 cm) from a camera that sees 65°.
  it.each([
    [2.5, 0],
    [3, 11],
    [3, 25],
    [5, 40],
  ])('is read at %s pixels a module, tilted by %s°, in a dim room', (size, tilt) => {
    for (let seed = 1; seed <= 3; seed += 1)
      expect(decodeQR({ width: WIDTH, height: HEIGHT, data: picture(size, tilt, seed) })).toBe(TEXT);
  });
});
