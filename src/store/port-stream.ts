import { Duplex } from "node:stream";
import type { MessagePort } from "node:worker_threads";

/**
 * A connection of the `pg` driver to the thread of the embedded PostgreSQL: what a socket would carry goes through a message port, each batch
 * of the driver as one message and its whole answer as another. Every message of the protocol was a write of its own on a socket, 50 for an
 * article.
 */
export class PortStream extends Duplex {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super({ allowHalfOpen: false });
    this.#port = port;
    port.on("message", (bytes: Uint8Array) => {
      if (!this.destroyed) this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    });
    port.on("close", () => this.destroy());
  }

  /** The driver asks for this as of a socket; a port is connected from the first. */
  connect(): this {
    setImmediate(() => this.emit("connect"));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.#port.ref();
    return this;
  }

  unref(): this {
    this.#port.unref();
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#port.postMessage(chunk);
    done();
  }

  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: () => void): void {
    this.#port.postMessage(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#port.close();
    done(error);
  }
}
