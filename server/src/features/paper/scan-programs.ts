import { spawn } from 'node:child_process';

export const SCAN_LANGUAGE = 'vie';
/** What `ocrmypdf` writes for us: no other form of PDF, nothing made smaller, one page after another. */
export const PLAIN_PDF = ['--output-type', 'pdf', '--optimize', '0', '--jobs', '1', '--quiet'] as const;

const SHORTEST_MS = 120_000;
const PER_PAGE_MS = 30_000;
const LONGEST_MS = 3_600_000;
/** Address space in KiB, written bytes in blocks of 512; the machine's other work goes first. */
const LIMITS = 'ulimit -v 3145728; ulimit -f 2097152; exec nice -n 19 "$@"';
const MOST_COMPLAINT = 2_000;

/** Whether the programs that read scans are there (`ocrmypdf`, `tesseract`), and one of them knows Vietnamese. */
export async function knowsScans(): Promise<boolean> {
  const version = await said('ocrmypdf', ['--version']);
  const languages = version === null ? null : await said('tesseract', ['--list-langs']);
  return languages?.split(/\s+/).includes(SCAN_LANGUAGE) ?? false;
}

/** What a program prints; null when it is not there or does not end well. */
export function said(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 });
    let output = '';
    const take = (chunk: Buffer) => {
      if (output.length < 100_000) output += String(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code === 0 ? output : null));
  });
}

/**
 * Runs a program on the files of a folder, within limits of time, memory and disk. Null when it did its work; else why
 * not. It sees its own folder's names and no settings of the server.
 */
export function runLimited(
  command: readonly string[],
  { folder, pages }: { readonly folder: string; readonly pages: number },
  signal: AbortSignal,
): Promise<string | null> {
  const child = spawn('sh', ['-c', LIMITS, 'sh', ...command], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', OMP_THREAD_LIMIT: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: with it end the programs it started.
    detached: true,
  });
  return new Promise((resolve) => {
    let complaint = '';
    const end = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It ended by itself at this very moment.
      }
    };
    const ms = Math.min(LONGEST_MS, SHORTEST_MS + pages * PER_PAGE_MS);
    const timer = setTimeout(end, ms);
    const settle = (problem: string | null) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve(problem);
    };
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + String(chunk)).slice(-MOST_COMPLAINT);
    });
    child.once('error', (cause) => settle(cause.message));
    child.once('close', (code, ended) => settle(code === 0 ? null : `${code ?? ended}: ${complaint}`));
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
