import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSample, readFromLaptop, readFromPhone, readSample } from '../../../src/app/phone/phone-messages.ts';
import { SampleGate } from '../../../src/app/phone/sample-gate.ts';

const level = [1, 0, 0, 0] as const;
const sample = (number: number, at: number, orientation: readonly [number, number, number, number] = level) =>
  packSample({ number, at, orientation });

describe('a sample on its way', () => {
  it('comes back as it was sent, with length 1', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.float({ min: -1, max: 1, noNaN: true }), fc.float({ min: -1, max: 1, noNaN: true })),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.double({ min: 0, max: 1e8, noNaN: true }),
        ([a, b], number, at) => {
          const norm = Math.hypot(1, a, b);
          const read = readSample(sample(number, at, [1 / norm, a / norm, b / norm, 0]));
          expect(read).toMatchObject({ number, at });
          expect(Math.hypot(...(read?.orientation ?? []))).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it.each([
    ['no number in it', sample(1, 5, [Number.NaN, 0, 0, 0])],
    ['an endless one', sample(1, 5, [Number.POSITIVE_INFINITY, 0, 0, 0])],
    ['no time', sample(1, Number.NaN)],
    ['a time before the page', sample(1, -1)],
    ['a time beyond any page', sample(1, 1e12)],
    ['length 0', sample(1, 5, [0, 0, 0, 0])],
    ['length 2', sample(1, 5, [2, 0, 0, 0])],
    ['too few bytes', new ArrayBuffer(27)],
    ['ten million bytes', new ArrayBuffer(10_000_000)],
    ['a text', 'sample'],
    ['nothing', null],
  ])('is refused with %s', (_what, data) => {
    expect(readSample(data)).toBeNull();
  });
});

describe('any other message', () => {
  it.each([
    { say: 'hello', nonce: 'abc' },
    { say: 'pong', id: 3, at: 5.5 },
    { say: 'battery', level: 0.5, charging: true },
    { say: 'hand', why: 'touched' },
    { say: 'asleep' },
    { say: 'network' },
    { say: 'card', card: 'AAAA' },
  ])('of the phone is read: %o', (message) => {
    expect(readFromPhone(JSON.stringify(message))).toEqual(message);
    // What it has besides is left out.
    expect(readFromPhone(JSON.stringify({ ...message, more: 1 }))).toEqual(message);
  });

  it.each([
    '',
    'null',
    '[]',
    '{',
    '{"say":"ping"}',
    '{"say":"pong","id":1}',
    '{"say":"pong","id":1,"at":1e99}',
    '{"say":"battery","level":2,"charging":true}',
    '{"say":"hand","why":"nobody"}',
    `{"say":"hello","nonce":"${'x'.repeat(2000)}"}`,
    new ArrayBuffer(4),
  ])('of the phone is refused when it is wrong: %s', (data) => {
    expect(readFromPhone(data)).toBeNull();
  });

  it('of the laptop is read, and refused when it is wrong', () => {
    expect(readFromLaptop('{"say":"ping","id":4}')).toEqual({ say: 'ping', id: 4 });
    expect(readFromLaptop('{"say":"ping","id":4,"heard":false}')).toEqual({ say: 'ping', id: 4, heard: false });
    expect(readFromLaptop('{"say":"ping","id":4,"heard":1}')).toEqual({ say: 'ping', id: 4 });
    expect(readFromLaptop('{"say":"vibrate","pattern":[80,50,80]}')).toEqual({ say: 'vibrate', pattern: [80, 50, 80] });
    expect(readFromLaptop('{"say":"vibrate","pattern":[1e9]}')).toBeNull();
    expect(readFromLaptop(`{"say":"vibrate","pattern":[${'1,'.repeat(20)}1]}`)).toBeNull();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.anything()), (data) => {
        readFromPhone(data);
        readFromLaptop(data);
        readSample(data);
      }),
    );
  });
});

describe('the gate of samples', () => {
  it('lets through what a sensor sends, and drops what was there and what comes late', () => {
    const gate = new SampleGate();
    expect(gate.take(sample(1, 100), 0)).toMatchObject({ number: 1 });
    expect(gate.take(sample(1, 100), 16)).toBe('repeated');
    expect(gate.take(sample(3, 133), 33)).toMatchObject({ number: 3 });
    expect(gate.take(sample(2, 116), 34)).toBe('repeated');
    expect(gate.take(sample(4, 133), 35)).toBe('repeated');
  });

  it('stops a flood, and takes 60 a second for minutes', () => {
    const gate = new SampleGate();
    const took = Array.from({ length: 5000 }, (_, i) => gate.take(sample(i + 1, i + 1), 0));
    expect(took.filter((one) => typeof one === 'object')).toHaveLength(300);
    expect(took.at(-1)).toBe('flood');
    const calm = new SampleGate();
    for (let i = 1; i < 20_000; i += 1) {
      const turned = [Math.cos(i / 100), Math.sin(i / 100), 0, 0] as const;
      expect(typeof calm.take(sample(i, i * 16.7, turned), i * 16.7)).toBe('object');
    }
  });

  it('says when the same orientation comes again and again for longer than a body is still', () => {
    const gate = new SampleGate();
    const at = (i: number) => gate.take(sample(i, 33 * i), 33 * i);
    for (let i = 1; i < 240; i += 1) expect(typeof at(i)).toBe('object');
    expect(gate.isFrozen(33 * 239)).toBe(false);
    for (let i = 240; i < 247; i += 1) at(i);
    expect(gate.isFrozen(33 * 246)).toBe(true);
    gate.take(sample(247, 9000, [0.999_95, 0.01, 0, 0]), 9000);
    expect(gate.isFrozen(9000)).toBe(false);
  });
});
