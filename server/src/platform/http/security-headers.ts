import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** `secure`: the browser came over HTTPS. `trustworthy`: it grants this page what it grants to HTTPS (also localhost). */
export interface SecurityHeadersOptions {
  readonly secure: boolean;
  readonly isTrustworthy: (host: string) => boolean;
}

const permissionsPolicy = [
  'camera=(self)',
  'fullscreen=(self)',
  'screen-wake-lock=(self)',
  ...['accelerometer', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone'].map(off),
  ...['midi', 'payment', 'publickey-credentials-get', 'serial', 'usb', 'xr-spatial-tracking'].map(off),
].join(', ');

function off(feature: string): string {
  return `${feature}=()`;
}

/** Headers of every answer. Pages get the policy they run under; everything under `/api` may run nothing at all. */
export function securityHeaders({ secure, isTrustworthy }: SecurityHeadersOptions): RequestHandler {
  const common = helmet({
    contentSecurityPolicy: false,
    // Browsers report an error on plain HTTP outside localhost; set below where they honour it.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  return (req, res, next) => {
    const host = req.host;
    const isApi = req.path === '/api' || req.path.startsWith('/api/');
    res.set('Content-Security-Policy', isApi ? nothingPolicy : pagePolicy(host, secure));
    res.set('Permissions-Policy', permissionsPolicy);
    if (isApi) res.set('Cache-Control', 'no-store');
    if (secure || isTrustworthy(host)) res.set('Cross-Origin-Opener-Policy', 'same-origin');
    common(req, res, next);
  };
}

const nothingPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** `host` was checked before; older Safari does not count the WebSocket of the same host as 'self'. */
function pagePolicy(host: string, secure: boolean): string {
  // A policy cannot name an IPv6 address.
  const socket = host.startsWith('[') ? '' : ` ${secure ? 'wss' : 'ws'}://${host}`;
  return [
    "default-src 'self'",
    "img-src 'self' blob: data:",
    // 'wasm-unsafe-eval': the PDF reader decodes pictures in WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "worker-src 'self'",
    `connect-src 'self'${socket}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}
