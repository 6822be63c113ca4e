/**
 * What stands between page and browser in a soak, so that it can be broken at will. Each function runs in the page before the app, in
 * this order, so it uses nothing from outside but `window.soak`.
 */

/**
 * What they leave in the page as `window.soak`.
 * @typedef {object} SoakHandle
 * @property {{ frozen: boolean, black: boolean, still: boolean, width: number, height: number, interval: number }} view of the camera
 * @property {{ gone: boolean, denied: boolean, hidden: boolean, clockAhead: number }} world
 * @property {MediaStreamTrack | null} track that the app has
 * @property {() => void} endTrack
 * @property {(muted: boolean) => void} mute
 * @property {(hidden: boolean) => void} hide
 * @property {() => void} devicesChanged
 */

/** The handle, and what a fault does to page and track. */
function soakHandle() {
  /** @type {SoakHandle} */
  const soak = {
    view: { frozen: false, black: false, still: false, width: 960, height: 540, interval: 33 },
    world: { gone: false, denied: false, hidden: false, clockAhead: 0 },
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
    devicesChanged: () => navigator.mediaDevices.dispatchEvent(new Event('devicechange')),
  };
  Object.assign(window, { soak });
}

/** Clock, visibility, permission and list of cameras are the browser's until a fault changes them. */
function soakWorld() {
  const { world } = /** @type {{ soak: SoakHandle }} */ (/** @type {unknown} */ (window)).soak;
  const RealDate = Date;
  const ShiftedDate = class extends RealDate {
    /** @param {readonly []} rest */
    constructor(...rest) {
      if (rest.length === 0) super(RealDate.now() + world.clockAhead);
      else super(...rest);
    }
    /** @override */
    static now() {
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
  const { soak } = /** @type {{ soak: SoakHandle }} */ (/** @type {unknown} */ (window));
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

export const SOAK_PAGE = Object.freeze([soakHandle, soakWorld, soakCamera]);
