import { describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';
import { faultOfNodeVersion } from './node-version.ts';

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('settings from the environment', () => {
  test('an empty environment is a local server on SQLite', () => {
    expect(loadConfig({})).toMatchObject({
      mode: 'production',
      host: '127.0.0.1',
      port: 3000,
      dataDir: 'data',
      databaseUrl: undefined,
      secure: false,
      trustProxy: false,
      logLevel: 'info',
    });
  });

  test('empty text means unset', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  test('every fault is named by its variable at once', () => {
    const faults = faultsOf({ PORT: '70000', PUBLIC_URL: 'hop.vn', ALLOW_HTTP: 'yes', LOG_LEVEL: 'loud' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'ALLOW_HTTP',
      'LOG_LEVEL',
    ]);
  });

  test('a wrong DATABASE_URL is not repeated: it holds a password', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://u:secret@h/d' }).join()).not.toContain('secret');
  });

  test.each([{ HOST: '0.0.0.0' }, { HOST: '192.168.1.5' }, { HOST: 'hop.example' }])(
    'plain HTTP is refused on %o',
    (environment) => {
      expect(faultsOf(environment)[0]).toMatch(/^HOST: plain HTTP is refused/);
    },
  );

  test.each([{ ALLOW_HTTP: '1' }, { TRUST_PROXY: '1' }, { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' }])(
    'a network address is accepted with %o',
    (more) => {
      expect(loadConfig({ HOST: '0.0.0.0', ...more }).host).toBe('0.0.0.0');
    },
  );

  test('half of a certificate is refused', () => {
    expect(faultsOf({ TLS_CERT: 'cert.pem' })).toEqual([
      'TLS_KEY: TLS_CERT and TLS_KEY must be set together',
    ]);
  });

  test('cookies are secure under TLS, behind a TLS proxy and under an https address', () => {
    expect(loadConfig({ TLS_CERT: 'c', TLS_KEY: 'k' }).secure).toBe(true);
    expect(loadConfig({ TRUST_PROXY: 'loopback' }).secure).toBe(true);
    expect(loadConfig({ PUBLIC_URL: 'https://hop.vn' }).secure).toBe(true);
    expect(loadConfig({ TRUST_PROXY: '1', ALLOW_HTTP: '1' }).secure).toBe(false);
    expect(loadConfig({ TRUST_PROXY: '1', PUBLIC_URL: 'http://hop.vn', ALLOW_HTTP: '1' }).secure).toBe(false);
    expect(faultsOf({ TRUST_PROXY: '1', PUBLIC_URL: 'http://hop.vn' })[0]).toMatch(/^PUBLIC_URL:/);
  });

  test('proxies are named, never everybody', () => {
    expect(loadConfig({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
    expect(loadConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustProxy).toEqual([
      'loopback',
      '10.0.0.0/8',
    ]);
    for (const text of ['true', '*', '10.0.0.0/64', '0']) {
      expect(faultsOf({ TRUST_PROXY: text })[0]).toMatch(/^TRUST_PROXY:/);
    }
  });

  test('an old Node is named before anything else', () => {
    expect(faultOfNodeVersion('v20.19.0')).toContain('v20.19.0');
    expect(faultOfNodeVersion('v24.21.0')).toBeUndefined();
    expect(faultOfNodeVersion('v26.0.0')).toBeUndefined();
  });
});
