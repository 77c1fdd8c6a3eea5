import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.SPECTACLE_URL ?? 'http://127.0.0.1:8765';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    // The server's policy allows fonts and images from files only, never from data: addresses.
    assetsInlineLimit: 0,
    target: 'es2022',
    // light-dark() as it stands: every browser of the last two years has it.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
  },
  server: { proxy: { '/api': server, '/tracking': server } },
});
