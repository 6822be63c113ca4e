import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { LinkCard } from './link-card.ts';
import { candidateOf, cardOf, sdpOf } from './link-sdp.ts';

// The only file with a peer connection. It connects two machines of one local network and asks nobody else: no server finds
// addresses for it (`iceServers` is empty), and only addresses of the machines themselves leave it.

/** The channels, by the numbers that both ends know, so that neither can open others. */
const CHANNELS = {
  /** Late or lost samples are worth nothing. */
  samples: { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 },
  control: { negotiated: true, id: 1 },
} as const;

/** How a connection is made, for the test that reads it. */
export const PEER_CONFIGURATION: RTCConfiguration = { iceServers: [] };

/** Milliseconds. A machine knows its own addresses at once; hiding one takes the browser a moment. */
const GATHERING: Milliseconds = 2000;

/** Milliseconds in which a last message leaves before the connection is closed. */
const LAST_WORDS: Milliseconds = 200;

/** - wavering: nothing comes; it may come back by itself, or by `revive`. - gone: it does not. */
export type PeerState = 'connecting' | 'open' | 'wavering' | 'gone';

export interface PeerEvents {
  onState(state: PeerState): void;
  onSample(data: unknown): void;
  onControl(data: unknown): void;
}

export type Peer = Pick<
  BrowserPeer,
  'state' | 'offer' | 'answer' | 'accept' | 'revive' | 'sendSample' | 'sendControl' | 'close'
>;

/** Bytes that wait to be sent; beyond them samples are left out. */
const MOST_WAITING = 2000;

class BrowserPeer {
  readonly #events: PeerEvents;
  readonly #connection = new RTCPeerConnection(PEER_CONFIGURATION);
  readonly #samples = this.#connection.createDataChannel('samples', CHANNELS.samples);
  readonly #control = this.#connection.createDataChannel('control', CHANNELS.control);
  /** The other end's last card. */
  #other: LinkCard | null = null;
  #closed = false;
  #told: PeerState = 'connecting';

  constructor(events: PeerEvents) {
    this.#events = events;
    const tell = (): void => this.#tell();
    this.#connection.addEventListener('connectionstatechange', tell);
    this.#connection.addEventListener('iceconnectionstatechange', tell);
    for (const channel of [this.#samples, this.#control]) {
      channel.binaryType = 'arraybuffer';
      channel.addEventListener('open', tell);
      channel.addEventListener('close', tell);
    }
    this.#samples.addEventListener('message', ({ data }) => events.onSample(data));
    this.#control.addEventListener('message', ({ data }) => events.onControl(data));
  }

  get state(): PeerState {
    const { connectionState, iceConnectionState } = this.#connection;
    const channels = [this.#samples.readyState, this.#control.readyState];
    if (this.#closed || connectionState === 'closed' || channels.some((one) => one === 'closed' || one === 'closing'))
      return 'gone';
    const states = [connectionState, iceConnectionState];
    // Once open, a channel outlives a long silence of the network.
    const isOpen = channels.every((one) => one === 'open');
    if (states.includes('failed')) return isOpen ? 'wavering' : 'gone';
    if (!isOpen) return 'connecting';
    return states.includes('disconnected') ? 'wavering' : 'open';
  }

  /** A card for the other end. Null: no address in a network. */
  async offer(nonce: string): Promise<LinkCard | null> {
    const connection = this.#connection;
    await connection.setLocalDescription(await connection.createOffer());
    return this.#ownCard(nonce);
  }

  async answer(offer: LinkCard): Promise<LinkCard | null> {
    const connection = this.#connection;
    this.#other = offer;
    await connection.setRemoteDescription({ type: 'offer', sdp: sdpOf(offer) });
    await connection.setLocalDescription(await connection.createAnswer());
    return this.#ownCard(offer.nonce);
  }

  /** Takes the other's answer. @throws what the browser throws */
  async accept(answer: LinkCard): Promise<void> {
    this.#other = answer;
    await this.#connection.setRemoteDescription({ type: 'answer', sdp: sdpOf(answer) });
  }

  /** Looks for the other end at its known addresses again: after a long sleep a browser has given that up. */
  revive(): void {
    const { addresses = [], ufrag = '' } = this.#other ?? {};
    for (const [index, address] of addresses.entries())
      this.#connection
        .addIceCandidate({ candidate: candidateOf(address, index), sdpMid: '0', usernameFragment: ufrag })
        .catch(() => undefined);
  }

  sendSample(data: ArrayBuffer): void {
    if (this.#samples.readyState === 'open' && this.#samples.bufferedAmount < MOST_WAITING) this.#samples.send(data);
  }

  sendControl(text: string): void {
    if (this.#control.readyState === 'open') this.#control.send(text);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    // A last message is still on its way.
    setTimeout(() => this.#connection.close(), LAST_WORDS);
  }

  /** The card once all own addresses are known. */
  async #ownCard(nonce: string): Promise<LinkCard | null> {
    const connection = this.#connection;
    await new Promise<void>((done) => {
      const look = (): void => {
        if (connection.iceGatheringState === 'complete') done();
      };
      connection.addEventListener('icegatheringstatechange', look);
      setTimeout(done, GATHERING);
      look();
    });
    return cardOf(connection.localDescription?.sdp ?? '', nonce);
  }

  #tell(): void {
    const { state } = this;
    if (state === this.#told || this.#closed) return;
    this.#told = state;
    this.#events.onState(state);
  }
}

/** What an end of the connection uses of the browser, which a test replaces. */
export interface PeerParts {
  readonly open: (events: PeerEvents) => Peer;
  readonly now: () => Milliseconds;
  readonly every: (run: () => void, interval: Milliseconds) => () => void;
}

export const openPeer = (events: PeerEvents): Peer => new BrowserPeer(events);

export const browserPeerParts: PeerParts = {
  open: openPeer,
  now: () => performance.now(),
  every: (run, interval) => {
    const timer = setInterval(run, interval);
    return () => clearInterval(timer);
  },
};
