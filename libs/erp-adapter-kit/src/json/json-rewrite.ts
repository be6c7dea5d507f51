import type { JsonBytes } from './json-bytes';

const QUOTE = 0x22;

/**
 * JSON with some of its numbers written in another way, in the room before it. What lies between them is moved as it
 * is, many bytes at once: to put a text together of thousands of pieces takes longer than to parse it.
 */
export class JsonRewrite {
  readonly #json: JsonBytes;
  /** Up to where the JSON is taken over, and where in the room it goes on. */
  #taken: number;
  #written = 0;
  /** What did not fit. */
  #before = '';

  constructor(json: JsonBytes) {
    this.#json = json;
    this.#taken = json.start;
  }

  get isChanged(): boolean {
    return this.#taken > this.#json.start;
  }

  /** Puts what stands there in quotes. */
  quote(start: number, stop: number): void {
    const { bytes } = this.#json;
    this.#takeUntil(start, stop - start + 2);
    bytes[this.#written] = QUOTE;
    let to = this.#written + 1;
    for (let at = start; at < stop; at += 1, to += 1) bytes[to] = bytes[at] ?? QUOTE;
    bytes[to] = QUOTE;
    this.#written = to + 1;
    this.#taken = stop;
  }

  /** Puts ASCII in the place of what stands there. */
  replace(start: number, stop: number, ascii: string): void {
    this.#takeUntil(start, ascii.length);
    this.#written += this.#json.bytes.write(ascii, this.#written, 'latin1');
    this.#taken = stop;
  }

  /** The whole text. */
  text(): string {
    this.#takeUntil(this.#json.end, 0);
    return this.#before + this.#writtenText();
  }

  /** With room for some bytes behind it. */
  #takeUntil(stop: number, more: number): void {
    const size = stop - this.#taken;
    if (this.#written + size + more > this.#json.start) this.#makeRoom();
    this.#json.bytes.copyWithin(this.#written, this.#taken, stop);
    this.#written += size;
    this.#taken = stop;
  }

  /** Many numbers that get much longer, which is only possible with exponents. */
  #makeRoom(): void {
    this.#before += this.#writtenText();
    this.#written = 0;
  }

  #writtenText(): string {
    const { bytes, isAscii } = this.#json;
    return bytes.toString(isAscii ? 'latin1' : 'utf8', 0, this.#written);
  }
}
