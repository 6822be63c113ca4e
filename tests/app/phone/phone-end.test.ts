import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/app/phone/card-text.ts';
import type { Quaternion } from '../../../src/instrument/phone/phone-buffer.ts';
import { PhoneEnd } from '../../../src/app/phone/phone-end.ts';
import { readSample } from '../../../src/app/phone/phone-messages.ts';
import { cardWith, FakeClock, FakePeer, settle } from './fake-peer.ts';

const FLAT: Quaternion = [1, 0, 0, 0];

function rig() {
  const clock = new FakeClock();
  const peers: FakePeer[] = [];
  const end = new PhoneEnd(cardWith(), () => undefined, {
    open: (events) => {
      const peer = new FakePeer(events);
      peers.push(peer);
      return peer;
    },
    now: () => clock.now,
    every: clock.every,
  });
  const newest = (): FakePeer => peers.at(-1) as FakePeer;
  const connect = async (): Promise<void> => {
    await end.start();
    newest().becomes('open');
  };
  const sent = () => newest().samples.flatMap((data) => readSample(data) ?? []);
  return { end, clock, peers, newest, connect, sent };
}

async function connected() {
  const made = rig();
  await made.connect();
  return made;
}

describe('the phone’s end', () => {
  it('shows the answer to the offer, greets with its nonce, and sends no sample before', async () => {
    const { end, newest, sent, connect } = rig();
    end.orientation(FLAT, 1000);
    await end.start();
    const { state } = end;
    const answer = state.kind === 'showing' ? readAnswer(state.text) : null;
    expect(answer).toMatchObject({ nonce: cardWith().nonce, setup: 'active' });
    expect(sent()).toEqual([]);
    await connect();
    expect(newest().said).toEqual([{ say: 'hello', nonce: cardWith().nonce }]);
    expect(end.state.kind).toBe('connected');
  });

  it('makes its code anew when the browser gives up before the laptop has read it', async () => {
    const { end, peers, newest } = rig();
    await end.start();
    newest().becomes('gone');
    await settle();
    expect([peers.length, end.state.kind]).toEqual([2, 'showing']);
  });

  it('says after two minutes that the laptop’s code is too old', async () => {
    const { end, clock } = rig();
    await end.start();
    clock.pass(121_000);
    expect(end.state.kind).toBe('stale');
  });

  it('sends 30 to 60 samples a second, whether the sensor is fast or says nothing while nothing moves', async () => {
    const { end, clock, newest, sent } = await connected();
    clock.pass(1000, () => end.orientation(FLAT, clock.now));
    expect(sent().length).toBeGreaterThan(45);
    expect(sent().length).toBeLessThanOrEqual(60);
    const before = sent().length;
    clock.pass(1000);
    expect(sent().length - before).toBeGreaterThanOrEqual(24);
    expect(sent().every(({ number, at }, i) => number === i + 1 && (i === 0 || at > (sent()[i - 1]?.at ?? 0)))).toBe(
      true,
    );
    // It lies on a table, and is awake all the same.
    newest().says({ say: 'ping', id: 1 });
    clock.pass(20_000);
    const later = sent().length;
    clock.pass(1000);
    expect(sent().length - later).toBeGreaterThanOrEqual(24);
  });

  it('says when it sleeps and sends nothing meanwhile', async () => {
    const { end, clock, newest, sent } = await connected();
    end.hidden(true);
    clock.pass(60_000, () => end.orientation(FLAT, clock.now));
    expect([sent().length, end.state.kind]).toEqual([0, 'connected']);
    end.hidden(false);
    end.orientation(FLAT, clock.now);
    expect(
      newest()
        .said.slice(1)
        .map(({ say }) => say),
    ).toEqual(['asleep', 'awake']);
    expect(sent()).toHaveLength(1);
  });

  it('answers the laptop’s questions, and knows no other message', async () => {
    const { clock, newest } = await connected();
    newest().says({ say: 'ping', id: 7 });
    newest().says('{"say":"format"}');
    expect(newest().said.slice(1)).toEqual([{ say: 'pong', id: 7, at: clock.now }]);
  });

  it('is silent when the laptop asks no more, lost when the connection is, and ended by its word', async () => {
    const { end, clock, newest } = await connected();
    clock.pass(5000);
    expect(end.state.kind).toBe('silent');
    newest().says({ say: 'ping', id: 1 });
    expect(end.state.kind).toBe('connected');
    newest().becomes('gone');
    expect(end.state.kind).toBe('lost');
    const other = rig();
    await other.connect();
    other.newest().says({ say: 'bye' });
    expect(other.end.state).toEqual({ kind: 'ended' });
  });

  it('looks for the laptop again once it is awake, tells it so, and gives up after a minute', async () => {
    const { end, clock, newest } = await connected();
    end.hidden(true);
    newest().becomes('wavering');
    clock.pass(300_000);
    expect(newest().revivals).toBe(0);
    end.hidden(false);
    clock.pass(10_000);
    expect(newest().revivals).toBeGreaterThanOrEqual(3);
    newest().becomes('open');
    expect([end.state.kind, newest().said.at(-1)]).toEqual(['connected', { say: 'awake' }]);
    newest().becomes('wavering');
    clock.pass(61_000);
    expect(end.state.kind).toBe('lost');
  });
});
