import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardWith } from './fake-peer.ts';
import { openPeer, PEER_CONFIGURATION } from '../../../src/app/phone/phone-peer.ts';

class FakeChannel extends EventTarget {
  readyState = 'connecting';
  bufferedAmount = 0;
  binaryType = '';
  readonly sent: unknown[] = [];
  send(data: unknown): void {
    this.sent.push(data);
  }
}

const made: FakeConnection[] = [];

/** A browser's connection that has one address of its network and one that a server on the internet has found. */
class FakeConnection extends EventTarget {
  connectionState = 'new';
  iceConnectionState = 'new';
  iceGatheringState = 'complete';
  localDescription: { readonly sdp: string } | null = null;
  readonly channels: { readonly name: string; readonly options: unknown; readonly channel: FakeChannel }[] = [];
  readonly remote: { readonly type: string; readonly sdp: string }[] = [];
  readonly candidates: unknown[] = [];

  readonly configuration: unknown;

  constructor(configuration: unknown) {
    super();
    this.configuration = configuration;
    made.push(this);
  }

  createDataChannel(name: string, options: unknown): FakeChannel {
    const channel = new FakeChannel();
    this.channels.push({ name, options, channel });
    return channel;
  }

  async createOffer() {
    return { type: 'offer' };
  }

  async createAnswer() {
    return { type: 'answer' };
  }

  async setLocalDescription({ type }: { readonly type: string }) {
    this.localDescription = {
      sdp: [
        'a=candidate:1 1 udp 1 192.168.1.7 5000 typ host',
        'a=candidate:2 1 udp 1 203.0.113.9 5000 typ srflx raddr 0.0.0.0 rport 0',
        'a=ice-ufrag:abcd',
        'a=ice-pwd:abcdefghijklmnopqrstuvwx',
        `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
        `a=setup:${type === 'offer' ? 'actpass' : 'active'}`,
      ].join('\r\n'),
    };
  }

  async setRemoteDescription(description: { readonly type: string; readonly sdp: string }) {
    this.remote.push(description);
  }

  async addIceCandidate(candidate: unknown) {
    this.candidates.push(candidate);
  }

  becomes(state: string): void {
    this.connectionState = state;
    this.iceConnectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  close(): void {
    this.connectionState = 'closed';
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  made.length = 0;
});

function rig() {
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
  const states: string[] = [];
  const got: unknown[] = [];
  const peer = openPeer({
    onState: (state) => states.push(state),
    onSample: (data) => got.push(data),
    onControl: (data) => got.push(data),
  });
  const connection = made[0] as FakeConnection;
  const open = (): void => {
    for (const { channel } of connection.channels) {
      channel.readyState = 'open';
      channel.dispatchEvent(new Event('open'));
    }
  };
  return { peer, connection, states, got, open };
}

describe('the connection to the phone', () => {
  it('asks no server for addresses, and only addresses of the machine itself leave it', async () => {
    const { peer, connection } = rig();
    expect(connection.configuration).toEqual({ iceServers: [] });
    expect(PEER_CONFIGURATION.iceServers).toEqual([]);
    expect((await peer.offer('0123456789abcdef'))?.addresses).toEqual([{ host: '192.168.1.7', port: 5000 }]);
  });

  it('has a channel for samples that come late or never, and an ordered one, both by number', () => {
    const { connection } = rig();
    expect(connection.channels.map(({ name, options }) => [name, options])).toEqual([
      ['samples', { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 }],
      ['control', { negotiated: true, id: 1 }],
    ]);
  });

  it('takes descriptions of its own making only', async () => {
    const { peer, connection } = rig();
    const card = await peer.offer('0123456789abcdef');
    if (card === null) throw new Error('no card');
    await peer.accept({ ...card, setup: 'active' });
    expect(connection.remote[0]?.sdp).toContain('m=application 9 UDP/DTLS/SCTP webrtc-datachannel');
    expect(connection.remote[0]?.sdp).toContain('a=max-message-size:4096');
  });

  it('is gone when the browser gives up before it was open', () => {
    const { connection, states } = rig();
    connection.becomes('failed');
    expect(states).toEqual(['gone']);
  });

  it('looks again for the other end at the addresses of its card', async () => {
    const { peer, connection } = rig();
    await peer.accept(cardWith({ setup: 'active' }));
    peer.revive();
    expect(connection.candidates).toEqual([
      {
        candidate: expect.stringMatching(/^candidate:1 1 udp \d+ 192\.168\.1\.20 50123 typ host$/),
        sdpMid: '0',
        usernameFragment: 'aB3+',
      },
    ]);
  });

  it('is open with both channels, wavers when nothing comes, and is gone with its channels', () => {
    const { connection, states, open } = rig();
    open();
    connection.becomes('disconnected');
    connection.becomes('connected');
    connection.becomes('failed');
    expect(states).toEqual(['open', 'wavering', 'open', 'wavering']);
    for (const { channel } of connection.channels) {
      channel.readyState = 'closed';
      channel.dispatchEvent(new Event('close'));
    }
    expect(states.at(-1)).toBe('gone');
  });

  it('leaves samples out while others wait to be sent', () => {
    const { peer, connection, open } = rig();
    const samples = connection.channels[0]?.channel as FakeChannel;
    peer.sendSample(new ArrayBuffer(28));
    open();
    peer.sendSample(new ArrayBuffer(28));
    samples.bufferedAmount = 10_000;
    peer.sendSample(new ArrayBuffer(28));
    expect(samples.sent).toHaveLength(1);
  });
});
