import { createRequire } from 'node:module';

/** Version of the product, as its package names it. */
export const version: string = createRequire(import.meta.url)('../../../package.json').version;
