import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const begun: ChildProcess[] = [];

test.afterAll(() => {
  for (const child of begun) child.kill('SIGKILL');
});

/** Runs a script of the project. */
function script(...args: string[]) {
  return follow(process.execPath, ...args);
}

function follow(program: string, ...args: string[]): { child: ChildProcess; output: (pattern: RegExp) => Promise<string> } {
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  begun.push(child);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more) => {
    text += more;
  });
  const output = async (pattern: RegExp) => {
    await expect.poll(() => text, { timeout: 60_000 }).toMatch(pattern);
    return pattern.exec(text)?.[1] ?? '';
  };
  return { child, output };
}

/** Every process that a process has started, and those they have. */
function descendants(pid: number | undefined): number[] {
  const table = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = table.flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []));
  return children.flatMap((child) => [child, ...descendants(child)]);
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.describe('the demo server', () => {
  // One build at a time.
  test.describe.configure({ mode: 'serial' });
  let address: string;
  let server: ReturnType<typeof script>;
  let portAskedFor: number;
  const taken = createServer();

  test.beforeAll(async () => {
    await once(taken.listen(0, 'localhost'), 'listening');
    portAskedFor = (taken.address() as { port: number }).port;
    server = script('tools/start.mjs', '--port', String(portAskedFor));
    address = await server.output(/The demo is at (\S+)/);
  });

  test.afterAll(() => {
    taken.close();
  });

  test('takes the next free port', () => {
    const { hostname, port } = new URL(address);
    expect(hostname).toBe('localhost');
    expect(Number(port)).toBeGreaterThan(portAskedFor);
    expect(Number(port)).toBeLessThan(portAskedFor + 100);
  });

  test('sends each page its own headers, and reloads only pages without a policy', async () => {
    const page = async (path: string) => {
      const response = await fetch(new URL(path, address));
      return { policy: response.headers.get('Content-Security-Policy'), reloads: (await response.text()).includes('/__reload.js') };
    };
    expect(await page('/')).toEqual({ policy: null, reloads: true });
    expect(await page('/strict.html')).toEqual({ policy: expect.stringContaining("default-src 'none'"), reloads: false });
  });

  test('serves the package, the module as WebAssembly, nothing from a cache and nothing else', async () => {
    const response = await fetch(new URL('/package/payout_calculator_bg.wasm', address));
    expect(response.headers.get('Content-Type')).toBe('application/wasm');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(WebAssembly.validate(await response.arrayBuffer())).toBe(true);
    for (const path of ['/no-such-page', '/package/', '/package/%2e%2e/package.json']) {
      expect((await fetch(new URL(path, address))).status, path).toBe(404);
    }
    expect((await fetch(`${address}/`)).status, 'an address that begins with two slashes').toBe(200);
  });

  test('reloads the pages after a change', async () => {
    const stream = await fetch(new URL('/__reload', address));
    const changed = new Date();
    utimesSync(new URL('../../www/pages/mark.svg', import.meta.url), changed, changed);
    const { value } = (await stream.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('data: built\n\n');
  });

  test('ends at Ctrl-C, with all that it started', async () => {
    const started = descendants(server.child.pid);
    expect(started.length, 'esbuild runs').toBeGreaterThan(0);
    const ended = once(server.child, 'exit');
    server.child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    await expect.poll(() => started.filter(isRunning)).toEqual([]);
  });
});

test('npm, when it is ended, takes the script with it', async () => {
  const { child, output } = follow('npm', 'start', '--', '--still', '--port', '5500');
  await output(/The demo is at/);
  const started = descendants(child.pid);
  expect(started.length).toBeGreaterThan(1);
  child.kill('SIGTERM');
  await expect.poll(() => started.filter(isRunning)).toEqual([]);
});

test('a compiler at work ends with the script that started it, and so do its own helpers', async () => {
  const program = `
    import { run } from '${new URL('../../tools/lib/run.mjs', import.meta.url)}';
    console.log('started');
    await run('sh', ['-c', 'sleep 300 & sleep 300']);`;
  const { child, output } = script('--input-type=module', '--eval', program);
  await output(/started/);
  await expect.poll(() => descendants(child.pid)).toHaveLength(3);
  const started = descendants(child.pid);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([143, null]);
  await expect.poll(() => started.filter(isRunning)).toEqual([]);
});
