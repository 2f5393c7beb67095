import { cpSync } from 'node:fs';
import { build } from 'esbuild';

await build({ entryPoints: ['src/main.js'], bundle: true, format: 'esm', splitting: true, outdir: 'dist' });
// esbuild leaves addresses of other files as they are, so those have to lie beside the bundle.
cpSync('node_modules/payout-calculator/dist', 'dist', { recursive: true, filter: (file) => !/\.(js|map|ts)$|types/.test(file) });
