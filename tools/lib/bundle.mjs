import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { engineIntegrity } from './engine.mjs';
import { filesIn } from './freshness.mjs';
import { hostingManifest, MANIFEST_FILE } from './hosting.mjs';
import { minifiedStyles } from './minify-styles.mjs';
import { at, BUILD, DIST, ENGINE, FIRST_FILE, REST_FILE, ROOT, SITE, SMALL_FILE, WASM_FILE } from './paths.mjs';
import { documentation } from './site/docs.mjs';
import { framed } from './site/frame.mjs';

const MODULES = ['index', 'define', 'engine', 'analyses', 'analyses-worker', 'import', 'react'];
/** By itself, so that what it needs at once is in as few files as can be. */
const CDN_BUILD = ['payout-calculator'];
/** By itself too, and loaded as it is. */
const APART = 'analyses-here';
/** By themselves: what the calculator and the comparison share, cut out for both, would be more and larger files for each. */
const COMPARISON = ['comparison', 'define-comparison', 'react-comparison'];
const CDN_COMPARISON = ['payout-comparison'];
const META = join(BUILD, 'bundles.json');
const PAGES = at('www/pages');

/** Bundles the package into dist, and the pages into build/site. */
export async function bundle() {
  await Promise.all([bundlePackage(), bundleSite()]);
}

async function bundlePackage() {
  const bundles = [
    await build({ ...settings(), entryPoints: entries(MODULES), outdir: DIST, chunkNames: 'chunk-[hash]' }),
    await build({ ...settings(), entryPoints: entries(CDN_BUILD), outdir: DIST, chunkNames: 'cdn-[hash]' }),
    await build({ ...settings(), entryPoints: entries(COMPARISON), outdir: DIST, chunkNames: 'comparison-[hash]' }),
    await build({ ...settings(), entryPoints: entries(CDN_COMPARISON), outdir: DIST, chunkNames: 'comparison-cdn-[hash]' }),
    await build({ ...settings(), entryPoints: { frame: at('www/frame/inner.ts') }, outdir: DIST, chunkNames: 'frame-[hash]' }),
    await build({ ...settings(), entryPoints: entries([APART]), outdir: DIST, splitting: false }),
    // A classic script, which finds its own address.
    await build({ ...settings(), entryPoints: { embed: at('www/frame/host.ts') }, outdir: DIST, format: 'iife', splitting: false }),
  ];
  const wasm = [WASM_FILE, SMALL_FILE, FIRST_FILE, REST_FILE].map((file) => ({
    path: join(DIST, file),
    contents: readFileSync(join(ENGINE, file)),
  }));
  const page = ['frame/frame.html', 'frame/frame.css', 'themes/themes.css'].map((file) => ({
    path: join(DIST, basename(file)),
    contents: readFileSync(at(`www/${file}`)),
  }));
  const files = [...bundles.flatMap(({ outputFiles }) => outputFiles), ...wasm, ...page];
  const manifest = { path: join(DIST, MANIFEST_FILE), contents: Buffer.from(hostingManifest(files)) };
  replaceFiles(DIST, [...files, manifest]);
  const outputs = Object.assign({}, ...bundles.map(({ metafile }) => metafile.outputs));
  writeFileSync(META, JSON.stringify(outputs));
}

async function bundleSite() {
  const files = filesIn(PAGES);
  const { outputFiles } = await build({
    ...settings(),
    entryPoints: files.filter((file) => /\.(ts|css)$/.test(file)),
    outbase: PAGES,
    outdir: SITE,
    loader: { '.woff2': 'file' },
    // The page asks for its font by name.
    assetNames: 'assets/[name]',
    chunkNames: 'chunk-[hash]',
  });
  const copied = files
    .filter((file) => /\.(html|svg)$/.test(file))
    .map((file) => ({ path: file.replace(PAGES, ''), text: filledIn(readFileSync(file, 'utf8')) }));
  const written = [...copied, ...documentation()].map(({ path, text }) => ({
    path: join(SITE, path),
    contents: Buffer.from(path.endsWith('.html') ? framed(text, path) : text),
  }));
  replaceFiles(SITE, [...outputFiles, ...written]);
}

/**
 * A page with the documents that stand in another one, where it says so: `<script type="application/json" data-from="other.html"></script>`.
 *
 * @param {string} page
 */
function filledIn(page) {
  const [place, from] = /<script type="application\/json" data-from="([\w-]+\.html)"><\/script>/.exec(page) ?? [];
  if (place === undefined || from === undefined) return page;
  const [documents] = /<script type="application\/json">[\s\S]*?<\/script>/.exec(readFileSync(join(PAGES, from), 'utf8')) ?? [];
  if (documents === undefined) throw new Error(`${from} has no documents.`);
  return page.replace(place, () => documents);
}

/**
 * The entries of the package with the files that each loads at once, itself first.
 *
 * @returns {Map<string, string[]>} by the entry's file name
 */
export function loadedAtOnce() {
  /** @type {Record<string, { entryPoint?: string, imports: { path: string, kind: string }[] }>} */
  const outputs = JSON.parse(readFileSync(META, 'utf8'));
  const staticImports = (/** @type {string} */ file) =>
    (outputs[file]?.imports ?? [])
      .filter(({ kind }) => kind === 'import-statement')
      .filter(({ path }) => !EXTERNAL.includes(path))
      .map(({ path }) => path);
  const reachable = (/** @type {string} */ file) => {
    const files = [file];
    // The list grows while it is walked.
    for (const next of files) files.push(...staticImports(next).filter((path) => !files.includes(path)));
    return files.map((path) => at(path));
  };
  const names = Object.keys(outputs).filter((file) => outputs[file]?.entryPoint?.startsWith('www/entrypoints/'));
  return new Map(names.map((file) => [file.replace('dist/', ''), reachable(file)]));
}

/** What the package's users have themselves. */
const EXTERNAL = ['react'];
/** Of Lit, the build that can be imported on a server too, and is the same in a browser. */
const [CONDITIONS, MAIN_FIELDS] = [
  ['node', 'module'],
  ['module', 'main'],
];

const entries = (/** @type {string[]} */ names) => names.map((name) => at(`www/entrypoints/${name}.ts`));

/** @type {import('esbuild').Plugin} */
const apart = {
  name: 'apart',
  // Every chunk lies in the same folder.
  setup: ({ onResolve }) => {
    onResolve({ filter: new RegExp(`/${APART}\\.js$`) }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${APART}.js`, external: true } : undefined,
    );
  },
};

function settings() {
  return /** @type {const} */ ({
    absWorkingDir: ROOT,
    alias: { '@lit-labs/ssr-dom-shim': at('www/elements/dom.ts') },
    bundle: true,
    external: EXTERNAL,
    conditions: CONDITIONS,
    mainFields: MAIN_FIELDS,
    platform: 'neutral',
    define: { __WASM_INTEGRITY__: JSON.stringify(engineIntegrity()) },
    format: 'esm',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    minify: true,
    plugins: /** @type {import('esbuild').Plugin[]} */ ([apart, minifiedStyles]),
    sourcemap: 'linked',
    splitting: true,
    target: 'es2022',
    write: false,
  });
}

/**
 * Writes files into a folder, and removes its other files: those of earlier builds, whose names hold other hashes.
 *
 * @param {string} folder
 * @param {readonly { path: string, contents: Uint8Array }[]} files
 */
function replaceFiles(folder, files) {
  for (const { path, contents } of files) {
    // A file that stays the same is left alone: it may be on its way to a page just now.
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  const wanted = new Set(files.map(({ path }) => path));
  for (const inside of new Set([folder, ...files.map(({ path }) => dirname(path))])) {
    for (const entry of readdirSync(inside, { withFileTypes: true })) {
      const file = join(inside, entry.name);
      if (entry.isFile() && !wanted.has(file)) rmSync(file);
    }
  }
}
