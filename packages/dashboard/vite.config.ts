import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.SPECTACLE_URL ?? 'http://127.0.0.1:8765';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // `npm start` builds: what somebody has to read there is the link at the end.
  logLevel: 'warn',
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    // The server's policy allows fonts and images from files only, never from data: addresses.
    assetsInlineLimit: 0,
    // The charts, which are fetched where there is one. What a page may need is a test (e2e/dashboard/accessibility.test.ts).
    chunkSizeWarningLimit: 600,
    target: 'es2022',
    // light-dark() as it stands: every browser of the last two years has it.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
  },
  server: { proxy: { '/api': server, '/tracking': server } },
});
