export { serverNow, setServerNow } from './server-clock.ts';
export { useNow } from './use-now.ts';
