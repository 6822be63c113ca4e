import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSample, readFromLaptop, readFromPhone, readSample } from '../../../src/app/phone/phone-messages.ts';

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
  it.each([{ say: 'hello', nonce: 'abc' }, { say: 'pong', id: 3, at: 5.5 }, { say: 'asleep' }])(
    'of the phone is read: %o',
    (message) => {
      expect(readFromPhone(JSON.stringify(message))).toEqual(message);
      // What it has besides is left out.
      expect(readFromPhone(JSON.stringify({ ...message, more: 1 }))).toEqual(message);
    },
  );

  it.each([
    '',
    'null',
    '[]',
    '{',
    '{"say":"ping"}',
    '{"say":"pong","id":1}',
    '{"say":"pong","id":1,"at":1e99}',
    // Of an older page.
    '{"say":"battery","level":0.5,"charging":true}',
    `{"say":"hello","nonce":"${'x'.repeat(2000)}"}`,
    new ArrayBuffer(4),
  ])('of the phone is refused when it is wrong: %s', (data) => {
    expect(readFromPhone(data)).toBeNull();
  });

  it('of the laptop is read, and refused when it is wrong', () => {
    expect(readFromLaptop('{"say":"ping","id":4}')).toEqual({ say: 'ping', id: 4 });
    expect(readFromLaptop('{"say":"bye","id":4}')).toEqual({ say: 'bye' });
    expect(readFromLaptop('{"say":"ping","id":-1}')).toBeNull();
    expect(readFromLaptop('{"say":"vibrate","pattern":[80]}')).toBeNull();
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
