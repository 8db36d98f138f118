import { promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

const lib = (name: string): string => fileURLToPath(new URL(`../../libs/${name}`, import.meta.url));
const apiUrl = process.env['API_URL'] ?? 'http://127.0.0.1:3001';

/** Each built text twice more, compressed once here instead of at each request. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle: async ({ dir = 'dist' }, bundle) => {
    const texts = Object.keys(bundle).filter((name) => /\.(js|css|html)$/.test(name));
    await Promise.all(
      texts.map(async (name) => {
        const file = path.join(dir, name);
        const bytes = await fs.readFile(file);
        await fs.writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
        await fs.writeFile(`${file}.br`, await promisify(brotliCompress)(bytes));
      }),
    );
  },
});

// The libraries are compiled to CommonJS for the servers; the browser takes their sources.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), compressed()],
  resolve: {
    alias: [
      { find: /^@rectify\/(domain|i18n)\/(.+)$/, replacement: `${lib('$1')}/$2.ts` },
      { find: /^@rectify\/(domain|contracts|i18n)$/, replacement: `${lib('$1')}/index.ts` },
    ],
  },
  // Each answer of the page puts its own nonce there (server/page.mjs).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    // Office computers stay on old engines for years; Vite's own floor is newer.
    target: ['chrome87', 'safari14'],
    outDir: 'dist',
    // What each page loads: read by the sizes of test/bench/web.
    manifest: true,
    // Our libraries are pure: what a page does not use of them (the shipped templates, above all) stays out of it.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.startsWith(lib('')) } },
  },
  server: { proxy: { '/api': { target: apiUrl } } },
});
