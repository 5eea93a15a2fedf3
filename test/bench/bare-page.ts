import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** pdf.js and nothing else: a page that can open a file and draw its first page. */
const html = `<!doctype html><meta charset="utf-8"><body><script type="module">
import * as pdfjs from '/pdf.mjs';
pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
const worker = pdfjs.PDFWorker.create({});
window.openBare = async (url, width) => {
  const begun = performance.now();
  const task = pdfjs.getDocument({ url, worker });
  const pdf = await task.promise;
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  document.body.replaceChildren(canvas);
  await new Promise(requestAnimationFrame);
  const spent = performance.now() - begun;
  canvas.width = 0;
  await task.destroy();
  return spent;
};
</script>`;

export interface BarePage {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the bare page and the files, each under its name, as plainly as a file server does (with ranges). */
export async function serveBarePage(files: ReadonlyMap<string, Buffer>): Promise<BarePage> {
  const library = join(
    createRequire(import.meta.resolve('@hopso/client/route-size')).resolve('pdfjs-dist/package.json'),
    '..',
  );
  const script = (name: string) => readFileSync(join(library, 'legacy', 'build', name));
  const scripts = new Map([
    ['/pdf.mjs', script('pdf.mjs')],
    ['/pdf.worker.min.mjs', script('pdf.worker.min.mjs')],
  ]);
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bare');
    const code = scripts.get(pathname);
    if (code !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
      return;
    }
    const file = files.get(pathname.slice(1));
    if (file === undefined) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(pathname === '/' ? html : '');
      return;
    }
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    const [from, to] = range === null ? [0, file.length - 1] : [Number(range[1]), Number(range[2])];
    const end = Math.min(to, file.length - 1);
    response.writeHead(range === null ? 200 : 206, {
      'content-type': 'application/pdf',
      'accept-ranges': 'bytes',
      'content-length': end - from + 1,
      ...(range !== null && { 'content-range': `bytes ${from}-${end}/${file.length}` }),
    });
    response.end(file.subarray(from, end + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
