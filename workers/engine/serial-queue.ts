/**
 * Runs asynchronous jobs one after the other. TensorFlow.js counts tensors in one global scope and holds one global
 * backend, so a frame, a model change and a new measurement must never be half done at the same time.
 */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(job: () => T | Promise<T>): Promise<T> {
    const result = this.#last.then(job);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
