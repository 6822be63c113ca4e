/**
 * What stands between page and browser in a soak, so that it can be broken at will. Each function runs in the page before the app, in
 * this order and after `fakeVoice`, so it uses nothing from outside but `window.soak`.
 */

/** What they leave in the page as `window.soak`. */
export interface SoakHandle {
  /** Of the camera. */
  view: { frozen: boolean; black: boolean; still: boolean; width: number; height: number; interval: number };
  world: { gone: boolean; denied: boolean; hidden: boolean; clockAhead: number; silent: boolean; dumb: boolean };
  /** That the app has. */
  track: MediaStreamTrack | null;
  endTrack: () => void;
  mute: (muted: boolean) => void;
  hide: (hidden: boolean) => void;
  /** The system takes the sound away, and refuses it until it gives it back. */
  silence: (silent: boolean) => void;
  devicesChanged: () => void;
  /** When something could be heard, and when a phase began; milliseconds of the page's clock. */
  heard: number[];
  begun: { phase: string; at: number }[];
}

/** The handle, and what a fault does to page and track. */
function soakHandle() {
  const soak: SoakHandle = {
    view: { frozen: false, black: false, still: false, width: 960, height: 540, interval: 33 },
    world: { gone: false, denied: false, hidden: false, clockAhead: 0, silent: false, dumb: false },
    track: null,
    endTrack: () => {
      soak.track?.stop();
      // Unplugging ends the track with this event; `stop` alone raises none.
      soak.track?.dispatchEvent(new Event('ended'));
    },
    mute: (muted) => {
      soak.view.still = muted;
      soak.track?.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
    },
    hide: (hidden) => {
      soak.world.hidden = hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    silence: () => undefined,
    devicesChanged: () => navigator.mediaDevices.dispatchEvent(new Event('devicechange')),
    heard: [],
    begun: [],
  };
  Object.assign(window, { soak });
}

/** Clock, visibility, permission and list of cameras are the browser's until a fault changes them. */
function soakWorld() {
  const { world } = (window as unknown as { soak: SoakHandle }).soak;
  const RealDate = Date;
  const ShiftedDate = class extends RealDate {
    constructor(...rest: readonly []) {
      if (rest.length === 0) super(RealDate.now() + world.clockAhead);
      else super(...rest);
    }
    static override now() {
      return RealDate.now() + world.clockAhead;
    }
  };
  Object.assign(window, { Date: ShiftedDate });
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => world.hidden });
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (world.hidden ? 'hidden' : 'visible'),
  });

  const { mediaDevices, permissions } = navigator;
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  const query = permissions.query.bind(permissions);
  mediaDevices.enumerateDevices = async () => (world.gone ? [] : list());
  permissions.query = async (wish) => {
    const status = await query(wish);
    if (world.denied) Object.defineProperty(status, 'state', { value: 'denied' });
    return status;
  };
}

/** The picture of the camera goes through a canvas. */
function soakCamera() {
  const { soak } = window as unknown as { soak: SoakHandle };
  const { view, world } = soak;
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    if (world.denied) throw new DOMException('Permission denied', 'NotAllowedError');
    if (world.gone) throw new DOMException('Requested device not found', 'NotFoundError');
    const stream = await open(wish);
    const [real] = stream.getVideoTracks();
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    let tick = 0;
    let timer = 0;
    const draw = () => {
      timer = window.setTimeout(draw, view.interval);
      if (view.frozen || view.still || world.hidden || !context) return;
      if (canvas.width !== view.width || canvas.height !== view.height)
        Object.assign(canvas, { width: view.width, height: view.height });
      context.drawImage(video, 0, 0, view.width, view.height);
      // A sensor's noise; the fake camera plays each picture several times.
      context.fillStyle = view.black ? '#000' : `rgb(128 128 128 / ${1 + (tick++ % 2) * 2}%)`;
      context.fillRect(0, 0, view.width, view.height);
    };
    draw();
    const painted = canvas.captureStream(30);
    const [shown] = painted.getVideoTracks();
    if (!real || !shown) throw new Error('the camera has no picture');
    const settings = real.getSettings();
    const stop = shown.stop.bind(shown);
    Object.defineProperty(shown, 'label', { value: real.label });
    shown.getSettings = () => ({ ...settings, width: canvas.width, height: canvas.height });
    shown.stop = () => {
      stop();
      window.clearTimeout(timer);
      real.stop();
      video.srcObject = null;
    };
    soak.track = shown;
    return painted;
  };
}

/** The fake voice can fail, and tones that the system can take away. */
function soakSound() {
  const { soak } = window as unknown as { soak: SoakHandle };
  const { world } = soak;
  const contexts = new Set<AudioContext>();
  const RealContext = AudioContext;
  window.AudioContext = class extends RealContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      contexts.add(this);
    }
    override async resume() {
      if (world.silent) throw new DOMException('the sound belongs to a call', 'NotAllowedError');
      await super.resume();
    }
  };
  soak.silence = (silent) => {
    world.silent = silent;
    for (const context of contexts)
      if (silent) void context.suspend();
      else context.dispatchEvent(new Event('statechange'));
  };

  const { speechSynthesis: voice } = window;
  const speak = voice.speak.bind(voice);
  voice.speak = (utterance) => {
    if (world.dumb) window.setTimeout(() => utterance.onerror?.({ error: 'audio-busy' } as SpeechSynthesisErrorEvent));
    else speak(utterance);
    if (!world.dumb && utterance.text.trim() !== '') soak.heard.push(performance.now());
  };
}

/** Notes which tones have sounded, and which phases have begun. */
function soakEar() {
  const { heard, begun } = (window as unknown as { soak: SoakHandle }).soak;
  const waiting = new Map<OscillatorNode, number>();
  const made = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'createOscillator');
  const create = made?.value as () => OscillatorNode;
  BaseAudioContext.prototype.createOscillator = function () {
    const note = create.call(this);
    const [start, stop] = [note.start.bind(note), note.stop.bind(note)];
    note.start = (when = 0) => {
      waiting.set(note, when);
      start(when);
    };
    note.stop = (when) => {
      // One that was laid ahead and is not wanted any more.
      if (when === undefined && note.context.currentTime < (waiting.get(note) ?? 0)) waiting.delete(note);
      stop(when);
    };
    return note;
  };
  let last = '';
  setInterval(() => {
    const at = performance.now();
    for (const [note, when] of waiting) {
      if (note.context.currentTime < when) continue;
      waiting.delete(note);
      heard.push(at);
    }
    const phase = document.querySelector('th-app')?.services?.session.snapshot.gauge?.phase;
    const name = phase ? `${phase.kind} ${phase.round}` : '';
    if (name !== last && name !== '') begun.push({ phase: name, at });
    last = name;
  }, 100);
}

export const SOAK_PAGE = Object.freeze([soakHandle, soakWorld, soakCamera, soakSound, soakEar]);
