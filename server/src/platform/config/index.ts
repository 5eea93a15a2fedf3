export { type Config, ConfigError, isLoopbackHost, loadConfig } from './config.ts';
export { faultOfNodeVersion } from './node-version.ts';
