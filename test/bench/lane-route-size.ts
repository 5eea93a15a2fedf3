import { routeKib } from '@hopso/client/route-size';
import { type Line, lineOfValue } from './measure.ts';

/** Gzipped KiB of script and style that the tablet's route loads, without fonts and pdf.js. */
export async function routeSizeLine(): Promise<Line> {
  return lineOfValue('client.route_kib', [await routeKib(new URL('../../client/dist/', import.meta.url))]);
}
