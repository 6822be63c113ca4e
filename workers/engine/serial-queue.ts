/**
 * Runs asynchronous jobs one after the other. TensorFlow.js has one global scope for tensors and one global backend, so
 * a frame, a model change and the start of a measurement must not overlap.
 */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(job: () => T | Promise<T>): Promise<T> {
    const result = this.#last.then(job);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
