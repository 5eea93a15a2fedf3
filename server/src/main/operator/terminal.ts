import { StringDecoder } from 'node:string_decoder';
import type { ReadStream } from 'node:tty';

/** What an operator's command sees of the world it was started in. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A line of the answer. */
  say(text: string): void;
  /** A line about the answer: what went wrong, what is being done. */
  note(text: string): void;
  /** True when a person sits there who can be asked. */
  readonly canAsk: boolean;
  /** The next line that is typed, or sent in; null at its end. `hidden`: not shown while it is typed. */
  readLine(prompt: string, hidden: boolean): Promise<string | null>;
}

/** The process's own. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return {
    environment: env,
    say: (text) => void stdout.write(`${text}\n`),
    note: (text) => void stderr.write(`${text}\n`),
    canAsk: stdin.isTTY === true && stderr.isTTY === true,
    async readLine(prompt, hidden) {
      if (!stdin.isTTY) return readSentLine(stdin);
      return readTyped(stdin, stderr, prompt, hidden);
    },
  };
}

async function readSentLine(input: NodeJS.ReadStream): Promise<string | null> {
  let text = '';
  input.setEncoding('utf8');
  for await (const chunk of input) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return text === '' ? null : (text.split(/\r?\n/)[0] ?? null);
}

/** Key by key, because the terminal itself would show what is typed; it stops doing so before the prompt appears. */
function readTyped(
  input: ReadStream,
  screen: NodeJS.WritableStream,
  prompt: string,
  hidden: boolean,
): Promise<string | null> {
  const echo = (text: string) => void (hidden || screen.write(text));
  return new Promise((resolve) => {
    const decoder = new StringDecoder('utf8');
    let typed: string[] = [];
    const end = (answer: string | null) => {
      input.off('data', take);
      input.setRawMode(false);
      input.pause();
      screen.write('\n');
      resolve(answer);
    };
    const take = (bytes: Buffer) => {
      for (const key of decoder.write(bytes)) {
        if (key === '\r' || key === '\n') return end(typed.join(''));
        if (key === '\u0003' || key === '\u0004') return end(null);
        if (key === '\u007f' || key === '\b') {
          if (typed.length > 0) echo('\b \b');
          typed = typed.slice(0, -1);
        } else if (key >= ' ') {
          typed.push(key);
          echo(key);
        }
      }
    };
    input.setRawMode(true);
    screen.write(prompt);
    input.resume();
    input.on('data', take);
  });
}
