import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import type { Package } from '../../www/state/studio/hosting.js';

const DIST = new URL('../../dist/', import.meta.url);

/** What the build says of its files. */
export const PACKAGE = JSON.parse(readFileSync(new URL('manifest.json', DIST), 'utf8')) as Package;

/** A page or file that a host answers with. */
export interface Answer {
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody's host: the package's files as they were uploaded, under their version, and whatever else is put there. */
export class Host {
  readonly #server: Server;
  readonly answers = new Map<string, Answer>();

  private constructor() {
    const files = sirv(fileURLToPath(DIST), { dev: true });
    const folder = `/${PACKAGE.name}@${PACKAGE.version}`;
    this.#server = createServer((request, response) => {
      // As a host of files that any page may use.
      response.setHeader('Access-Control-Allow-Origin', '*');
      const path = decodeURI(request.url ?? '/');
      const answer = this.answers.get(path);
      if (answer) response.writeHead(200, { 'content-type': `${answer.type};charset=utf-8`, ...answer.headers }).end(answer.body);
      // Nothing lies beside the folder.
      else request.url = path.startsWith(`${folder}/`) ? path.slice(folder.length) : '/none';
      if (!answer) files(request, response, () => void response.writeHead(404).end());
    });
  }

  static async open(): Promise<Host> {
    const host = new Host();
    await new Promise<void>((listening) => host.#server.listen(0, 'localhost', listening));
    return host;
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Puts a page there, and tells its address. */
  page(path: string, body: string, policy?: string): string {
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A brand's page</title></head><body>\n${body}\n</body></html>`;
    this.answers.set(path, { type: 'text/html', body: html, ...(policy && { headers: { 'content-security-policy': policy } }) });
    return `${this.origin}${path}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
