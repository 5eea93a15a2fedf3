import { isIP } from 'node:net';
import type { z } from 'zod';

const namedNetworks = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** TRUST_PROXY as a number of hops ("1") or as networks ("loopback, 10.0.0.0/8"). Trusting everybody is refused. */
export function proxyTrust(text: string, context: z.RefinementCtx): number | readonly string[] {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  const networks = text.split(',').map((part) => part.trim());
  if (!networks.every(isNetwork)) {
    context.addIssue({
      code: 'custom',
      message: 'must be the number of proxies (1 to 99) or a list of addresses, networks or "loopback"',
    });
  }
  return networks;
}

function isNetwork(text: string): boolean {
  if (namedNetworks.has(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
