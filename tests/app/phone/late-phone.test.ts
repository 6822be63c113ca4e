import { describe, expect, it } from 'vitest';
import { answerText } from '../../../src/app/phone/card-text.ts';
import { LatePhone } from '../../../src/app/phone/late-phone.ts';
import { PhoneLink } from '../../../src/app/phone/phone-link.ts';
import type { PhoneFeed } from '../../../src/app/session/phone-line.ts';
import { cardWith, FakePeer } from './fake-peer.ts';

const NONCE = '0123456789abcdef';

describe('the phone of a visit', () => {
  it('is loaded by the first who asks, used while it is connected, and buzzes only where that is wanted', async () => {
    const peers: FakePeer[] = [];
    const used: boolean[] = [];
    let now: PhoneFeed | null = null;
    let loads = 0;
    let buzzes = true;
    const late = new LatePhone(
      (feed) => {
        used.push(feed !== null);
        now = feed;
      },
      () => buzzes,
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
    const buzzed = () => peers[0]?.said.filter(({ say }) => say === 'vibrate').length;
    const feed = now as PhoneFeed | null;
    feed?.vibrate?.();
    expect(buzzed()).toBe(1);
    buzzes = false;
    feed?.vibrate?.();
    expect(buzzed()).toBe(1);
    link.disconnect();
    expect(used).toEqual([true, false]);
  });

  it('is asked for again where its code could not be loaded', async () => {
    let tries = 0;
    const late = new LatePhone(
      () => undefined,
      () => true,
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
