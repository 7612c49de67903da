import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Addresses in the build are relative to `<base href>`, which the api sets: one build serves any base path. */
export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  // While developing (`npx vite` in this folder): the API of a server that runs elsewhere.
  server: {
    proxy: {
      // With the host that the browser sees, or the server would take its changes for somebody else's.
      '/core': { target: process.env['RUNSHEET_DEV_SERVER'] ?? 'http://127.0.0.1:8080', changeOrigin: false },
    },
  },
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
