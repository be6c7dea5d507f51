import type { JsonBytes } from './json-bytes';

const QUOTE = 0x22;

/** For answers up to a megabyte; a longer one gets room of its own. */
const ROOM = Buffer.allocUnsafeSlow(1024 * 1024);

/**
 * JSON with some of its numbers written in another way. What lies between them is copied as it is, many bytes at once:
 * to put a text together of thousands of pieces takes longer than to parse it.
 */
export class JsonRewrite {
  readonly #json: JsonBytes;
  #room = ROOM;
  /** Bytes of the JSON that are copied, and bytes written. */
  #copied = 0;
  #written = 0;

  constructor(json: JsonBytes) {
    this.#json = json;
  }

  get isChanged(): boolean {
    return this.#copied > 0;
  }

  /** Puts what stands there in quotes. */
  quote(start: number, stop: number): void {
    this.#copyUntil(stop, 2);
    const room = this.#room;
    const end = this.#written;
    const begin = end - (stop - start);
    for (let at = end; at > begin; at -= 1) room[at] = room[at - 1] ?? QUOTE;
    room[begin] = QUOTE;
    room[end + 1] = QUOTE;
    this.#written = end + 2;
  }

  /** Puts ASCII in the place of what stands there. */
  replace(start: number, stop: number, ascii: string): void {
    this.#copyUntil(start, ascii.length);
    this.#written += this.#room.write(ascii, this.#written, 'latin1');
    this.#copied = stop;
  }

  /** The whole text. */
  text(): string {
    const { length, isAscii } = this.#json;
    this.#copyUntil(length, 0);
    return this.#room.toString(isAscii ? 'latin1' : 'utf8', 0, this.#written);
  }

  /** With room for some bytes behind it. */
  #copyUntil(stop: number, more: number): void {
    const size = stop - this.#copied;
    this.#ensure(this.#written + size + more);
    this.#json.bytes.copy(this.#room, this.#written, this.#copied, stop);
    this.#written += size;
    this.#copied = stop;
  }

  #ensure(size: number): void {
    if (size <= this.#room.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * size, 2 * this.#json.length));
    this.#room.copy(larger, 0, 0, this.#written);
    this.#room = larger;
  }
}
