import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { Failure } from './failure.mjs';
import { at, DIST, SITE } from './paths.mjs';

const RELOAD = '/__reload';
const RELOAD_SCRIPT = `${RELOAD}.js`;
const PORTS_TRIED = 100;

/**
 * Serves the pages, with the package under /package/, on this machine only.
 *
 * @param {{ port: number, live: boolean }} options the first port to try; whether pages reload after a build
 * @returns {Promise<{ url: string, reload: () => void, close: () => void }>}
 */
export async function serve({ port, live }) {
  /** @type {Set<import('node:http').ServerResponse>} */
  const watching = new Set();
  const site = sirv(SITE, { dev: true });
  const dist = sirv(DIST, { dev: true });

  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      // Such as an address that is none, or a file of headers that is half written.
      console.error(error);
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end(`${error}\n`);
    }
  });

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  function answer(request, response) {
    const path = new URL(`http://localhost${request.url}`).pathname.replace(/\/$/, '/index.html');
    const headers = headersOf(path);
    response.setHeaders(new Map(Object.entries({ 'Cache-Control': 'no-store', ...headers })));
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such page.\n');
    };

    if (live && path === RELOAD) return keepWatching(response);
    if (live && path === RELOAD_SCRIPT) {
      return response.setHeader('Content-Type', 'text/javascript').end(`new EventSource('${RELOAD}').onmessage = () => location.reload();`);
    }
    if (path.startsWith('/package/')) {
      request.url = path.replace('/package', '');
      return dist(request, response, notFound);
    }
    // A page with a policy of its own stays exactly as it is.
    if (live && path.endsWith('.html') && !('Content-Security-Policy' in headers) && existsSync(join(SITE, path))) {
      return response.setHeader('Content-Type', 'text/html;charset=utf-8').end(withReloadScript(readFileSync(join(SITE, path), 'utf8')));
    }
    site(request, response, notFound);
  }

  function keepWatching(/** @type {import('node:http').ServerResponse} */ response) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
    watching.add(response);
    response.on('close', () => watching.delete(response));
  }

  return {
    url: `http://localhost:${await listen(server, port)}/`,
    reload: () => {
      for (const page of watching) page.write('data: built\n\n');
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @returns {Record<string, string>} */
function headersOf(/** @type {string} */ path) {
  return JSON.parse(readFileSync(at('www/pages/headers.json'), 'utf8'))[path] ?? {};
}

const withReloadScript = (/** @type {string} */ html) =>
  html.replace('</head>', `<script type="module" src="${RELOAD_SCRIPT}"></script></head>`);

/**
 * Listens on the port, or on the next one that is free.
 *
 * @param {import('node:http').Server} server
 * @param {number} first
 * @returns {Promise<number>} the port
 */
async function listen(server, first) {
  for (let port = first; port < Math.min(first + PORTS_TRIED, 65_536); port += 1) {
    const taken = await new Promise((resolve, reject) => {
      server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error)));
      server.listen(port, 'localhost', () => resolve(false));
    });
    server.removeAllListeners('error');
    server.removeAllListeners('listening');
    if (!taken) return port;
  }
  throw new Failure(`No port from ${first} on is free.`);
}
