import { expose } from 'comlink';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import type { EngineInfo, PoseApi } from '../../../workers/pose.api.ts';

export const ENGINE: EngineInfo = {
  model: 'full',
  backend: 'wasm',
  why: 'test',
  version: 'test',
  threads: 1,
  isolated: false,
  trials: [],
};

export const readingAt = (time: number): Reading => ({ time, width: 960, height: 540 }) as Reading;

/** The behaviour of a fake worker by call; other calls answer at once. */
export type Behaviour = Partial<PoseApi>;

export const forEver = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** A fake worker that uses comlink over a message channel, with a given behaviour, and can crash. */
export class FakeWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  terminated = false;
  readonly calls: string[] = [];
  readonly #page: MessagePort;
  readonly #inside: MessagePort;

  constructor(behaviour: Behaviour = {}) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#page = port1;
    this.#inside = port2;
    const logged = <Args extends unknown[], Result>(name: string, call: (...args: Args) => Result) => {
      return (...args: Args): Result => {
        this.calls.push(name);
        return call(...args);
      };
    };
    const api: PoseApi = {
      prepare: logged('prepare', behaviour.prepare ?? (async () => undefined)),
      load: logged('load', behaviour.load ?? (async (options) => ({ ...ENGINE, backend: backendOf(options.backend) }))),
      begin: logged('begin', behaviour.begin ?? (async () => undefined)),
      beginReferencePose: logged('beginReferencePose', behaviour.beginReferencePose ?? (async () => undefined)),
      phone: logged('phone', async () => undefined),
      analyse: logged('analyse', behaviour.analyse ?? (async (_frame, time) => readingAt(time))),
    };
    expose(api, port2);
    port1.addEventListener('message', ({ data }) => this.dispatchEvent(new MessageEvent('message', { data })));
    port1.start();
  }

  postMessage(message: unknown, transfer: Transferable[] | StructuredSerializeOptions = []): void {
    if (!this.terminated) this.#page.postMessage(message, transfer as Transferable[]);
  }

  terminate(): void {
    this.terminated = true;
    this.#page.close();
    this.#inside.close();
  }

  crash(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }));
  }

  /** Raises the event of a script that could not be loaded: it has no message. */
  missScript(): void {
    this.dispatchEvent(new Event('error', { cancelable: true }));
  }

  /** Raises the event of an unreadable message. */
  garble(): void {
    this.dispatchEvent(new Event('messageerror'));
  }
}

const backendOf = (wanted: string) => (wanted === 'auto' ? 'wasm' : ENGINE.backend);
