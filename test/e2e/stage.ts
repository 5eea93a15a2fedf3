import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 90_000;

/** The demonstration, freshly seeded, in a process and folder of its own. */
export interface Stage {
  readonly url: string;
  readonly screenUrl: string;
  readonly password: string;
  /** Ends the server as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hopso-stage-'));
  let running = await demo(dataDir, '0');
  const { url, screenUrl, password } = running;
  return {
    url,
    screenUrl,
    password,
    kill: () => end(running.child, 'SIGKILL'),
    start: async () => {
      running = await demo(dataDir, new URL(url).port);
    },
    close: async () => {
      await end(running.child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The server as an operator starts it for the first time: nothing stored, nobody registered. */
export async function openEmptyInstallation(): Promise<Pick<Stage, 'url' | 'close'>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hopso-empty-'));
  const { child, found: url } = await run(
    'start.ts',
    { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info' },
    (said) => /"url":"(http:[^"]+)"/.exec(said)?.[1],
  );
  return {
    url,
    close: async () => {
      await end(child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly screenUrl: string;
  readonly password: string;
}

async function demo(dataDir: string, port: string): Promise<Running> {
  const { child, found } = await run(
    'demo.ts',
    { DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'error' },
    (said) => {
      const url = /^ {2}(http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)?.[1];
      const screenUrl = /(http:\/\/\S+\/screen#\S+)\n/.exec(said)?.[1];
      const password = /password: (\S+)/.exec(said)?.[1];
      if (url === undefined || screenUrl === undefined || password === undefined) return undefined;
      return { url, screenUrl, password };
    },
  );
  return { child, ...found };
}

interface Started<T> {
  readonly child: ChildProcess;
  readonly found: T;
}

/** Starts a program of the server and reads from its own words what `read` looks for. */
function run<T>(
  program: string,
  settings: Record<string, string>,
  read: (said: string) => T | undefined,
): Promise<Started<T>> {
  const env = { ...process.env, HOST: '127.0.0.1', ...settings };
  const child = spawn(process.execPath, [join(root, 'server', 'src', 'main', program)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (reason: string) => reject(new Error(`${program} ${reason}:\n${said}`));
    const limit = setTimeout(() => fail('did not start in time'), START_MS);
    const listen = (chunk: Buffer) => {
      said += String(chunk);
      const found = read(said);
      if (found === undefined) return;
      clearTimeout(limit);
      resolve({ child, found });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(`ended with ${code}`);
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
