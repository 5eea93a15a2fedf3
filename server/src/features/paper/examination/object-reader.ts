/** Text, truth values and null are `null`: nothing is decided by them. */
export type PdfValue = number | null | PdfName | PdfReference | PdfValue[] | PdfDictionary;
export type PdfDictionary = Map<string, PdfValue>;

/** A name as it is meant, its `#xx` escapes resolved: `/#4aavaScript` is JavaScript. */
export class PdfName {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export class PdfReference {
  readonly object: number;
  constructor(object: number) {
    this.object = object;
  }
}

/** The bytes do not form an object at this place. */
export class UnreadableObject extends Error {}

const DEEPEST = 100;
const code = (char: string) => char.charCodeAt(0);
const BLANK = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map(code));
const [SLASH, PERCENT, OPEN, CLOSE, BACKSLASH] = ['/', '%', '(', ')', '\\'].map(code);
const [LESS, GREATER, OPEN_LIST, CLOSE_LIST] = ['<', '>', '[', ']'].map(code);
const LINE_ENDS = new Set([10, 13]);
const KEYWORDS = new Set(['true', 'false', 'null']);

const isRegular = (byte: number | undefined): byte is number =>
  byte !== undefined && !BLANK.has(byte) && !DELIMITER.has(byte);

/** Reads one object after another out of the bytes of a PDF; `at` is where it stands. */
export class ObjectReader {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** @throws UnreadableObject */
  read(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new UnreadableObject();
    this.skipBlank();
    const byte = this.bytes[this.at];
    if (byte === SLASH) return new PdfName(this.#name());
    if (byte === OPEN_LIST) return this.#list(depth);
    if (byte === LESS) return this.bytes[this.at + 1] === LESS ? this.#dictionary(depth) : this.#hexText();
    if (byte === OPEN) return this.#text();
    return this.#numberOrKeyword();
  }

  skipBlank(): void {
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[this.at]) {
      if (byte === PERCENT)
        while (this.at < this.bytes.length && !LINE_ENDS.has(this.bytes[this.at] ?? 10)) this.at += 1;
      else if (BLANK.has(byte)) this.at += 1;
      else return;
    }
  }

  /** The regular characters from here on, as Latin-1. */
  word(): string {
    const start = this.at;
    while (isRegular(this.bytes[this.at])) this.at += 1;
    return latin1(this.bytes, start, this.at);
  }

  #name(): string {
    this.at += 1;
    return unescapedName(this.word());
  }

  #list(depth: number): PdfValue[] {
    this.at += 1;
    const list: PdfValue[] = [];
    for (;;) {
      this.skipBlank();
      if (this.bytes[this.at] === CLOSE_LIST) break;
      list.push(this.read(depth + 1));
    }
    this.at += 1;
    return list;
  }

  #dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const dictionary: PdfDictionary = new Map();
    for (;;) {
      this.skipBlank();
      if (this.bytes[this.at] === GREATER && this.bytes[this.at + 1] === GREATER) break;
      if (this.bytes[this.at] !== SLASH) throw new UnreadableObject();
      const key = this.#name();
      dictionary.set(key, this.read(depth + 1));
    }
    this.at += 2;
    return dictionary;
  }

  #hexText(): null {
    const end = this.bytes.indexOf(GREATER ?? 0, this.at);
    if (end === -1) throw new UnreadableObject();
    this.at = end + 1;
    return null;
  }

  #text(): null {
    let open = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at];
      if (byte === BACKSLASH) this.at += 1;
      else if (byte === OPEN) open += 1;
      else if (byte === CLOSE) open -= 1;
      if (open === 0) {
        this.at += 1;
        return null;
      }
    }
    throw new UnreadableObject();
  }

  #numberOrKeyword(): PdfValue {
    const word = this.word();
    if (KEYWORDS.has(word)) return null;
    const value = Number.parseFloat(word);
    if (Number.isNaN(value)) throw new UnreadableObject();
    return /^\d+$/.test(word) && this.#isReference() ? new PdfReference(value) : value;
  }

  /** After a whole number: do a generation and `R` follow? Steps over them only if so. */
  #isReference(): boolean {
    const start = this.at;
    this.skipBlank();
    if (/^\d+$/.test(this.word())) {
      this.skipBlank();
      if (this.word() === 'R') return true;
    }
    this.at = start;
    return false;
  }
}

/** Bytes as text, one character each. */
export const latin1 = (bytes: Buffer, start: number, end: number): string =>
  bytes.toString('latin1', start, end);

/** A name's text with `#xx` replaced by the character it stands for. */
export function unescapedName(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
