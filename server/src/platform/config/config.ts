import { z } from 'zod';
import { proxyTrust } from './proxy-trust.ts';

const unsetWhenEmpty = (value: unknown) => (value === '' ? undefined : value);

const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'must be a whole number from 0 to 65535')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a whole address such as https://hop.example.gov.vn' })
    .transform((text) => new URL(text))
    .refine((url) => url.pathname === '/' && url.search === '', 'must name the host only, without a path')
    .optional(),
  TRUST_PROXY: z.string().transform(proxyTrust).optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  ALLOW_HTTP: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
});

type Environment = z.output<typeof environmentSchema>;

/** The settings of one process, read once at its start. */
export interface Config {
  /** Outside `production` the server also checks its own answers against their contracts. */
  readonly mode: Environment['NODE_ENV'];
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly dataDir: string;
  /** Unset: SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly publicUrl: URL | undefined;
  /** Which proxies may tell the caller's address: a number of hops, a list of networks, or nobody. */
  readonly trustProxy: number | readonly string[] | false;
  /** Paths of the PEM files; set together or not at all. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** The browser reaches this server over HTTPS, here or at the proxy: cookies are `Secure`, HSTS is sent. */
  readonly secure: boolean;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** Bearer token that opens `/metrics` to other machines; without it only this machine may read them. */
  readonly metricsToken: string | undefined;
}

/** Every fault found in the environment at once, each naming its variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/**
 * Reads the settings from environment variables; empty means unset.
 * @throws ConfigError naming every variable at fault. Values are not repeated: one of them may be a secret.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape).map((name) => [name, unsetWhenEmpty(environment[name])]),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const faults = [...faultsOfTls(parsed.data), ...faultsOfPlainHttp(parsed.data)];
  if (faults.length > 0) throw new ConfigError(faults);
  return configOf(parsed.data);
}

function configOf(env: Environment): Config {
  const { TLS_CERT: certFile, TLS_KEY: keyFile } = env;
  const tls = certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : undefined;
  return {
    mode: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    publicUrl: env.PUBLIC_URL,
    trustProxy: env.TRUST_PROXY ?? false,
    tls,
    secure: isSecure(env, tls !== undefined),
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
  };
}

function isSecure(env: Environment, hasTls: boolean): boolean {
  if (hasTls || env.PUBLIC_URL?.protocol === 'https:') return true;
  // A proxy in front of a server that was not told otherwise is there to end TLS.
  return env.TRUST_PROXY !== undefined && env.ALLOW_HTTP === '0' && env.PUBLIC_URL === undefined;
}

function faultsOfTls(env: Environment): string[] {
  if ((env.TLS_CERT === undefined) === (env.TLS_KEY === undefined)) return [];
  const missing = env.TLS_CERT === undefined ? 'TLS_CERT' : 'TLS_KEY';
  return [`${missing}: TLS_CERT and TLS_KEY must be set together`];
}

/** Passwords and papers must not cross a network in the clear unless somebody took that decision by name. */
function faultsOfPlainHttp(env: Environment): string[] {
  if (env.ALLOW_HTTP === '1') return [];
  const ways =
    'Set TLS_CERT and TLS_KEY, or TRUST_PROXY behind a proxy that ends TLS, or ALLOW_HTTP=1 to accept the risk';
  const encrypted = env.TLS_CERT !== undefined || env.TRUST_PROXY !== undefined;
  if (!encrypted && !isLoopbackHost(env.HOST)) {
    return [`HOST: plain HTTP is refused outside localhost. ${ways}`];
  }
  if (env.PUBLIC_URL?.protocol === 'http:' && !isLoopbackHost(env.PUBLIC_URL.hostname)) {
    return [
      'PUBLIC_URL: plain HTTP is refused outside localhost. Use https, or ALLOW_HTTP=1 to accept the risk',
    ];
  }
  return [];
}

/** True for names and addresses that only this machine can reach. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
