import { describe, expect, it } from 'vitest';
import { answerText, readCardText } from '../../../src/app/phone/card-text.ts';
import { PhoneLink } from '../../../src/app/phone/phone-link.ts';
import { packSample } from '../../../src/app/phone/phone-messages.ts';
import type { PhoneSample } from '../../../src/instrument/phone/phone-buffer.ts';
import { cardWith, FakeClock, FakePeer, settle } from './fake-peer.ts';
import { LatePhone } from '../../../src/app/phone/late-phone.ts';

const NONCES = ['00000000000000aa', '00000000000000bb', '00000000000000cc'];

function rig() {
  const clock = new FakeClock();
  const peers: FakePeer[] = [];
  const nonces = [...NONCES];
  const link = new PhoneLink({
    open: (events) => {
      const peer = new FakePeer(events);
      peers.push(peer);
      return peer;
    },
    now: () => clock.now,
    every: clock.every,
    nonce: () => nonces.shift() ?? '',
  });
  const got: PhoneSample[] = [];
  link.onSamples((samples) => got.push(...samples));
  const newest = (): FakePeer => peers.at(-1) as FakePeer;
  /** The phone's clock is 5000 ms ahead. */
  const AHEAD = 5000;
  let number = 0;
  const sample = (part: { readonly number?: number; readonly at?: number; readonly w?: number } = {}): void => {
    number = part.number ?? number + 1;
    const x = part.w === undefined ? Math.sin(number / 50) : 0;
    const w = part.w ?? Math.cos(number / 50);
    newest().brings(packSample({ number, at: part.at ?? clock.now + AHEAD, orientation: [w, x, 0, 0] }));
  };
  /** Answers the pings that are not answered yet. */
  let answered = 0;
  const pong = (): void => {
    for (const { say, id } of newest().said.slice(answered))
      if (say === 'ping') newest().says({ say: 'pong', id, at: clock.now + AHEAD });
    answered = newest().said.length;
  };
  const answer = (nonce: string | undefined, ufrag = 'aB3+'): string =>
    answerText(cardWith({ nonce: nonce ?? '', setup: 'active', ufrag }));
  const connect = async (): Promise<void> => {
    await link.show();
    link.read(answer(NONCES[0]));
    await settle();
    newest().becomes('open');
    newest().says({ say: 'hello', nonce: NONCES[0] });
    clock.pass(600, pong);
  };
  return { link, clock, peers, newest, got, sample, pong, answer, connect };
}

async function connected() {
  const made = rig();
  await made.connect();
  return made;
}

describe('the pairing by two codes', () => {
  it('shows an offer, takes the answer to it, and is connected once the phone has greeted', async () => {
    const { link, newest, answer } = rig();
    await link.show();
    const shown = link.state;
    expect(shown).toMatchObject({ kind: 'showing' });
    expect(shown.kind === 'showing' ? readCardText(shown.text)?.nonce : null).toBe(NONCES[0]);
    expect(link.read(answer(NONCES[0]))).toBe(true);
    expect(link.state.kind).toBe('connecting');
    newest().becomes('open');
    expect(link.state.kind).toBe('connecting');
    newest().says({ say: 'hello', nonce: NONCES[0] });
    expect(link.state.kind).toBe('connected');
  });

  it.each([
    ['a code of another app', 'https://example.com', 'other'],
    ['a broken code', 'TRUEHIP:XX', 'other'],
    ['a phone’s answer to an older code', answerText(cardWith({ nonce: NONCES[2] ?? '', setup: 'active' })), 'old'],
  ])('says what is wrong with %s, and goes on waiting', async (_what, text, trouble) => {
    const { link, newest, answer } = rig();
    await link.show();
    expect(link.read(text)).toBe(false);
    expect([link.trouble, link.state.kind, newest().accepted.length]).toEqual([trouble, 'showing', 0]);
    expect(link.read(answer(NONCES[0]))).toBe(true);
    expect(link.trouble).toBeNull();
  });

  it('is good for one phone, which still shows its code', async () => {
    const { link, newest, answer } = await connected();
    expect(link.read(answer(NONCES[0]))).toBe(false);
    expect(link.trouble).toBeNull();
    expect(link.read(answer(NONCES[0], 'else'))).toBe(false);
    expect([link.trouble, link.state.kind, newest().accepted.length]).toEqual([null, 'connected', 1]);
  });

  it('lasts two minutes', async () => {
    const { link, clock, newest, answer } = rig();
    await link.show();
    clock.pass(119_000);
    expect(link.state.kind).toBe('showing');
    clock.pass(2000);
    expect([link.state.kind, newest().closed]).toEqual(['stale', true]);
    expect(link.read(answer(NONCES[0]))).toBe(false);
    await link.show();
    link.read(answer(NONCES[0]));
    expect(link.trouble).toBe('old');
  });

  it('names a network that keeps devices apart after ten seconds, and still takes the phone if it comes', async () => {
    const { link, clock, newest, answer } = rig();
    await link.show();
    link.read(answer(NONCES[0]));
    clock.pass(9800);
    expect(link.state.kind).toBe('connecting');
    clock.pass(600);
    expect(link.state.kind).toBe('apart');
    newest().becomes('open');
    newest().says({ say: 'hello', nonce: NONCES[0] });
    expect(link.state.kind).toBe('connected');
  });

  it('says where the browser or the network cannot do it', async () => {
    const none = new PhoneLink({
      open: () => {
        throw new ReferenceError('RTCPeerConnection is not defined');
      },
      now: () => 0,
      every: () => () => undefined,
      nonce: () => NONCES[0] ?? '',
    });
    await none.show();
    expect(none.state).toEqual({ kind: 'refused', why: 'unsupported' });
    const lonely = new PhoneLink({
      open: (events) => Object.assign(new FakePeer(events), { offer: async () => null }),
      now: () => 0,
      every: () => () => undefined,
      nonce: () => NONCES[0] ?? '',
    });
    await lonely.show();
    expect(lonely.state).toEqual({ kind: 'refused', why: 'no-network' });
  });
});

describe('the stream of samples', () => {
  it('has the laptop’s time in seconds, in order, and the orientation as it was sent', async () => {
    const { clock, got, sample } = await connected();
    for (let i = 0; i < 30; i += 1) {
      clock.pass(20);
      sample();
    }
    expect(got).toHaveLength(30);
    expect(Math.abs((got.at(-1)?.time ?? 0) - clock.now / 1000)).toBeLessThan(0.02);
    expect(got.every(({ time }, i) => i === 0 || time > (got[i - 1]?.time ?? 0))).toBe(true);
    expect(Math.hypot(...(got[3]?.orientation ?? []))).toBeCloseTo(1, 9);
  });

  it('keeps the last seconds for whoever listens only later, and forgets them with the phone', async () => {
    const { link, clock, sample } = await connected();
    for (let i = 0; i < 30; i += 1) {
      clock.pass(50);
      sample();
    }
    const now = clock.now / 1000;
    expect(link.recent(now - 1.02).length).toBeGreaterThanOrEqual(20);
    expect(link.recent(now - 1.02).every(({ time }) => time >= now - 1.02)).toBe(true);
    link.disconnect();
    expect(link.recent(0)).toEqual([]);
  });

  it('leaves out what comes before the greeting, twice, late, or from another time', async () => {
    const { clock, newest, got, sample, pong, link, answer } = rig();
    await link.show();
    link.read(answer(NONCES[0]));
    newest().becomes('open');
    sample();
    newest().says({ say: 'bye' });
    expect([got.length, link.state.kind]).toEqual([0, 'connecting']);
    newest().says({ say: 'hello', nonce: NONCES[0] });
    clock.pass(600, pong);
    sample({ number: 500 });
    sample({ number: 500 });
    sample({ number: 499 });
    sample({ number: 501, at: clock.now + 3_600_000 });
    expect(got).toHaveLength(1);
  });

  it.each([
    ['ten million bytes', (peer: FakePeer) => peer.brings(new ArrayBuffer(10_000_000))],
    ['ten million letters', (peer: FakePeer) => peer.says('x'.repeat(10_000_000))],
    ['a picture', (peer: FakePeer) => peer.brings(new Blob(['x']))],
    [
      'no numbers',
      (peer: FakePeer) =>
        void Array.from({ length: 250 }, (_, i) =>
          peer.brings(packSample({ number: 1000 + i, at: 5000 + i, orientation: [Number.NaN, 0, 0, 0] })),
        ),
    ],
    ['another nonce', (peer: FakePeer) => peer.says({ say: 'hello', nonce: 'x' })],
  ])('gives nothing of it when the phone sends %s, and goes on', async (_what, send) => {
    const { link, newest, got, sample } = await connected();
    send(newest());
    expect([link.state.kind, got.length]).toEqual(['connected', 0]);
    sample();
    expect(got).toHaveLength(1);
  });

  it('ends with a clear word where the browser cannot take the phone’s answer', async () => {
    const { link, newest, answer } = rig();
    await link.show();
    Object.assign(newest(), { accept: () => Promise.reject(new DOMException('no', 'OperationError')) });
    link.read(answer(NONCES[0]));
    await settle();
    expect([link.state, newest().closed]).toEqual([{ kind: 'refused', why: 'unreadable' }, true]);
  });
});

describe('a phone that sleeps, is silent or gone', () => {
  it('is asleep from its word until its next, whatever was still on its way', async () => {
    const { link, clock, got, sample, newest, pong } = await connected();
    newest().says({ say: 'asleep' });
    sample();
    clock.pass(300_000, pong);
    expect([link.state.kind, got.length]).toEqual(['asleep', 0]);
    newest().says({ say: 'awake' });
    sample();
    expect([link.state.kind, got.length]).toEqual(['connected', 1]);
  });

  it('is looked for again and again while the way to it is gone, asleep or not', async () => {
    const { link, clock, newest } = await connected();
    newest().says({ say: 'asleep' });
    newest().becomes('wavering');
    clock.pass(120_000);
    expect([link.state.kind, newest().revivals >= 30]).toEqual(['asleep', true]);
    newest().becomes('open');
    newest().says({ say: 'awake' });
    expect(link.state.kind).toBe('connected');
    newest().says({ say: 'asleep' });
    clock.pass(901_000);
    expect(link.state.kind).toBe('lost');
  });

  it('is silent after two seconds without a sample, and lost when nothing at all comes for a minute', async () => {
    const { link, clock, newest, sample } = await connected();
    clock.pass(2500);
    expect(link.state.kind).toBe('silent');
    sample();
    expect(link.state.kind).toBe('connected');
    clock.pass(63_000);
    expect([link.state.kind, newest().closed]).toEqual(['lost', true]);
  });

  it('is not connected while its samples have no time that can be', async () => {
    const { link, clock, got, sample, pong } = await connected();
    const bad = (): void => {
      pong();
      sample({ at: clock.now + 10_800_000 });
    };
    clock.pass(1000, bad);
    expect([link.state.kind, link.isPaired]).toEqual(['connected', true]);
    clock.pass(3000, bad);
    expect([link.state.kind, link.isPaired, got.length]).toEqual(['no-motion', true, 0]);
  });

  it('is there but gives no motion while it answers without samples, and is connected with the first', async () => {
    const { link, clock, sample, pong } = await connected();
    clock.pass(3000, pong);
    expect(link.state.kind).toBe('no-motion');
    sample();
    expect(link.state.kind).toBe('connected');
    clock.pass(1200, () => {
      pong();
      sample();
    });
    clock.pass(3000, pong);
    expect(link.state.kind).toBe('no-motion');
    clock.pass(63_000);
    expect(link.state.kind).toBe('lost');
  });

  it('is lost when the connection is, and one new look brings it back', async () => {
    const { link, newest, peers, answer } = await connected();
    newest().becomes('gone');
    expect(link.state.kind).toBe('lost');
    await link.show();
    link.read(answer(NONCES[1]));
    newest().becomes('open');
    newest().says({ say: 'hello', nonce: NONCES[1] });
    expect([link.state.kind, peers.length]).toEqual(['connected', 2]);
  });

  it('says on either side that it is over', async () => {
    const first = rig();
    await first.connect();
    first.newest().says({ say: 'bye' });
    expect([first.link.state.kind, first.newest().closed]).toEqual(['ended', true]);
    const second = rig();
    await second.connect();
    second.link.disconnect();
    expect([second.link.state.kind, second.newest().said.at(-1)?.['say']]).toEqual(['off', 'bye']);
  });
});

const NONCE = '0123456789abcdef';

describe('the phone of a visit', () => {
  it('is loaded by the first who asks, and used while it is connected', async () => {
    const peers: FakePeer[] = [];
    const used: boolean[] = [];
    let loads = 0;
    const late = new LatePhone(
      (feed) => void used.push(feed !== null),
      async () => {
        loads += 1;
        return new PhoneLink({
          open: (events) => (peers[peers.length] = new FakePeer(events)),
          now: () => 0,
          every: () => () => undefined,
          nonce: () => NONCE,
        });
      },
    );
    expect(late.now).toBeNull();
    const [link, same] = await Promise.all([late.link(), late.link()]);
    expect([loads, same === link, late.now === link]).toEqual([1, true, true]);
    await link.show();
    link.read(answerText(cardWith({ setup: 'active' })));
    peers[0]?.becomes('open');
    peers[0]?.says({ say: 'hello', nonce: NONCE });
    peers[0]?.says({ say: 'asleep' });
    peers[0]?.says({ say: 'awake' });
    expect(used).toEqual([true]);
    link.disconnect();
    expect(used).toEqual([true, false]);
  });

  it('is asked for again where its code could not be loaded', async () => {
    let tries = 0;
    const late = new LatePhone(
      () => undefined,
      async () => {
        tries += 1;
        throw new TypeError('no network');
      },
    );
    await expect(late.link()).rejects.toThrow('no network');
    await expect(late.link()).rejects.toThrow('no network');
    expect(tries).toBe(2);
  });
});
