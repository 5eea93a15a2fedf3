import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { routeKib } from './route-size.ts';

const pdfFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const pdfVersion = (JSON.parse(readFileSync(join(pdfFolder, 'package.json'), 'utf8')) as { version: string })
  .version;
const pdfAssets = `pdfjs-${pdfVersion}`;

/** What pdf.js fetches while it draws: character maps, fonts, decoders, colour profiles. The path holds the version. */
function copyPdfAssets(): Plugin {
  return {
    name: 'hopso:pdf-assets',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
        cpSync(join(pdfFolder, folder), join(dir, pdfAssets, folder), {
          recursive: true,
          // The sandbox for scripts inside papers: papers run no scripts here.
          filter: (file) => !file.includes('quickjs'),
        });
      }
    },
  };
}

/** The tablet is told what it may do and what was refused; schemas would cost it 22 KiB and say nothing new. */
function refuseSchemas(): Plugin {
  return {
    name: 'hopso:no-schemas',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        const schema = output.moduleIds.find((id) => id.includes('node_modules/zod/'));
        if (schema !== undefined)
          this.error(`${output.name} would ship ${schema}: import contracts as types only`);
      }
    },
  };
}

/** The application on the device: its files, and how it looks on a home screen. */
const installable = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/service-worker',
  filename: 'sw.ts',
  registerType: 'prompt',
  // The page registers it itself, and late: the first screen does not wait for it.
  injectRegister: false,
  includeManifestIcons: false,
  injectManifest: {
    globPatterns: [
      'index.html',
      'favicon.svg',
      'assets/*.{js,mjs,css,woff2}',
      `${pdfAssets}/standard_fonts/*`,
      `${pdfAssets}/iccs/*`,
      `${pdfAssets}/wasm/{jbig2,openjpeg,qcms_bg}.wasm`,
    ],
    // Named by their content already.
    dontCacheBustURLsMatching: new RegExp(`^(assets|${pdfAssets})/`),
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
    target: 'safari18',
  },
  manifest: {
    id: '/',
    name: 'Họp Số – phiên họp không giấy',
    short_name: 'Họp Số',
    description: 'Tài liệu, ghi chú và biểu quyết trong phiên họp của Ủy ban nhân dân.',
    lang: 'vi',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#123a78',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
});

function printRouteSize(): Plugin {
  return {
    name: 'hopso:route-size',
    async closeBundle() {
      const kib = await routeKib(new URL('./dist/', import.meta.url));
      this.info(`tablet route: ${kib.toFixed(1)} KiB gzip (JS and CSS, without fonts and pdf.js)`);
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), copyPdfAssets(), refuseSchemas(), installable, printRouteSize()],
  define: { __PDF_ASSETS__: JSON.stringify(`/${pdfAssets}/`) },
  // pdf.js loads its decoders by import().
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['safari18', 'chrome125', 'firefox128'],
    // A small font or drawing inlined as a data: address would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'pdfjs', test: /node_modules[\\/]pdfjs-dist/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
});
