// Plain JavaScript for any Node ≥ 20: puts in place what a task needs, then hands over to a nested `npm run`,
// which finds the project's own Node 24 first on its path (a shell remembers where it found `node` before).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [task, ...args] = process.argv.slice(2);
const needsClient = new Set(['demo', 'start', 'test', 'bench']);
const tasks = new Set(['demo', 'start', 'test', 'check', 'bench', 'hopso', 'build']);
const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function run(command, parameters, options = {}) {
  const done = spawnSync(command, parameters, { cwd: root, stdio: 'inherit', ...options });
  if (done.error) fail(`${command}: ${done.error.message}`);
  return done.status ?? 1;
}

const npm = (parameters, options) =>
  process.env.npm_execpath
    ? run(process.execPath, [process.env.npm_execpath, ...parameters], options)
    : run('npm', parameters, options);

const hashOf = (...files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
};

/**
 * Installs what the lockfile names, once per lockfile; no package may run a script of its own. Not `npm ci`: npm 11
 * refuses a lockfile that leaves out the optional binaries of other systems, and this one names Linux only.
 */
function install() {
  const stamp = join(root, 'node_modules', '.hopso-installed');
  const wanted = hashOf(join(root, 'package-lock.json'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']) !== 0)
    fail('Installing the dependencies failed.');
  writeFileSync(stamp, wanted);
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) => entry.name !== 'dist' && entry.name !== 'node_modules' && !/\.test\.tsx?$/.test(entry.name),
    )
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}

/** Builds the client when its sources are other than those of the last build. */
function buildClient() {
  const stamp = join(root, 'client', 'dist', '.built-from');
  const wanted = hashOf(
    join(root, 'package-lock.json'),
    ...filesUnder(join(root, 'client')),
    ...filesUnder(join(root, 'shared', 'src')),
  );
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (npm(['run', '--silent', 'client:build']) !== 0) fail('Building the client failed.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The browser tests drive a real Chromium; where it may, this installs Debian's. */
function findBrowser() {
  const found = [process.env.CHROMIUM, ...browsers].find((path) => path && existsSync(path));
  if (found) return found;
  const isDebian = existsSync('/etc/debian_version');
  const isRoot = process.getuid?.() === 0;
  const isUnattended = process.env.CI === 'true' || !process.stdin.isTTY;
  if (isDebian && isRoot && isUnattended) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    if (existsSync(browsers[0])) return browsers[0];
  }
  return fail(
    'The tests need Chromium: install the package "chromium" (or set CHROMIUM to its path) and run this again.',
  );
}

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node 20 or newer is needed; this is ${process.version}.`);
if (!tasks.has(task)) fail(`Unknown task "${task ?? ''}". There are: ${[...tasks].join(', ')}.`);
const startedAt = Date.now();
install();
const env = { ...process.env };
if (task === 'test') env.CHROMIUM = findBrowser();
if (needsClient.has(task)) buildClient();
if (task === 'demo') env.HOPSO_STARTED_AT = String(startedAt);
process.exit(npm(['run', '--silent', `run:${task}`, '--', ...args], { env }));
