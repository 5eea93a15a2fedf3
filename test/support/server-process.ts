import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Db } from '@hopso/server/platform/database';

const START = fileURLToPath(new URL('../../server/src/main/start.ts', import.meta.url));

/** The product's server as it is started for real, in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** From the start of the process until `/readyz` said yes. */
  readonly readyAfterMs: number;
  /** Everything it has written so far. */
  readonly output: () => string;
  /** Ends it without a word, as a power cut ends a process. */
  kill(): Promise<void>;
  /** Asks it to end; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts a server on a data folder and a port of the system's choice; resolves when it can serve. */
export async function startServer(dataDir: string): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [START], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  const url = await addressOf(child, output);
  const ready = await fetch(`${url}/readyz`);
  if (ready.status !== 200) throw new Error(`It serves and is not ready: ${ready.status}`);
  return {
    url,
    readyAfterMs: performance.now() - startedAt,
    output: () => output.join(''),
    async kill() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      return child.exitCode;
    },
  };
}

/** The address is the first thing it says of itself; whoever ends before saying it has failed to start. */
function addressOf(child: ChildProcess, output: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The server did not start:\n${output.join('')}`)));
    child.stdout?.on('data', (chunk) => {
      output.push(String(chunk));
      const said = /"url":"([^"]+)"/.exec(output.join(''))?.[1];
      if (said !== undefined) resolve(said);
    });
  });
}

/** Signs people in without their passwords; returns the cookie of each. Holds for a day of real time. */
export async function signInAll(db: Db, people: readonly string[]): Promise<Map<string, string>> {
  const now = Date.now();
  const tokens = people.map((personId) => ({ personId, token: randomBytes(32).toString('base64url') }));
  await db.write(async (q) => {
    for (const { personId, token } of tokens)
      await q.insert(db.t.loginSessions).values({
        tokenHash: createHash('sha256').update(token).digest('hex'),
        personId,
        meetingId: null,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: now + 24 * 3_600_000,
        userAgent: 'test',
        address: '127.0.0.1',
      });
  });
  return new Map(tokens.map(({ personId, token }) => [personId, `hopso=${token}`]));
}
