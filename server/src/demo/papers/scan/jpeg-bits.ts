/** Collects the bytes of a JPEG: marker segments, then entropy-coded bits with their stuffed zeros. */
export class BitSink {
  #buffer: Uint8Array<ArrayBuffer>;
  #length = 0;
  #pending = 0;
  #pendingBits = 0;

  constructor(expectedBytes: number) {
    this.#buffer = new Uint8Array(Math.max(1024, expectedBytes));
  }

  bytes(values: readonly number[]): void {
    for (const value of values) this.#push(value);
  }

  segment(marker: number, payload: readonly number[]): void {
    const length = payload.length + 2;
    this.bytes([0xff, marker, length >> 8, length & 255, ...payload]);
  }

  /** Appends the lowest `count` bits (at most 16) of `value`. */
  bits(value: number, count: number): void {
    this.#pending = (this.#pending << count) | value;
    this.#pendingBits += count;
    while (this.#pendingBits >= 8) {
      this.#pendingBits -= 8;
      const byte = (this.#pending >>> this.#pendingBits) & 255;
      this.#push(byte);
      if (byte === 0xff) this.#push(0);
    }
    this.#pending &= (1 << this.#pendingBits) - 1;
  }

  /** Fills the last byte with ones, as the standard asks, ends the image and returns it. */
  finish(): Uint8Array<ArrayBuffer> {
    if (this.#pendingBits > 0) this.bits((1 << (8 - this.#pendingBits)) - 1, 8 - this.#pendingBits);
    this.bytes([0xff, 0xd9]);
    return this.#buffer.slice(0, this.#length);
  }

  #push(byte: number): void {
    if (this.#length === this.#buffer.length) {
      const larger = new Uint8Array(this.#buffer.length * 2);
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    this.#buffer[this.#length] = byte;
    this.#length += 1;
  }
}
