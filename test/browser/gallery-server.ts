// Serves the galleries with the product's HTML, CSS and policy.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { tone } from '../support/tone.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const OUT = join(ROOT, '.cache', 'gallery');

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'";
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
};

/** The editor is a part of the host's page. */
const HTML: Record<string, string> = { editor: 'host' };

const entry = (page: string) => `
  import '../../../web/ui/replaced-text.ts';
  import '../../../web/style/tokens.css';
  import '../../../web/style/base.css';
  import '@preact/signals';
  import '../../../web/style/${page}.css';
  import * as page from './${page}.tsx';
  import * as checks from './checks.ts';
  const draw = (name) => checks.drawnAtOnce(() => page.show(name));
  window.gallery = { ...page, draw, ...checks };
`;

async function bundle(page: string) {
  await build({
    stdin: { contents: entry(page), resolveDir: join(import.meta.dirname, 'gallery'), loader: 'ts' },
    outfile: join(OUT, `${page}.js`),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    publicPath: '/',
    // Fake timers import it under Node only.
    external: ['util'],
    loader: { '.woff2': 'file', '.svg': 'copy' },
    logLevel: 'warning',
  });
}

async function html(page: string): Promise<string> {
  const names: Record<string, string> = {
    [page]: `/${page}.js`,
    [`${page}.css`]: `/${page}.css`,
    ...(page === 'editor' && { host: '/editor.js', 'host.css': '/host.css', 'player.css': '/player.css', editor: '/editor.css' }),
    ticks: '/ticks.js',
    icon: '/icon.svg',
  };
  const template = await readFile(join(ROOT, 'web', 'pages', `${HTML[page] ?? page}.html`), 'utf8');
  const withStyle =
    page === 'editor' ? template.replace('</head>', '<link rel="stylesheet" href="/editor.css"></head>') : template;
  return withStyle.replace(/\{\{([\w.]+)\}\}/g, (_, name) => names[name] ?? '');
}

function fileOf(path: string): string {
  if (path.startsWith('/pictures/')) return join(ROOT, 'quizzes', path.slice('/pictures/'.length));
  return path === '/icon.svg' ? join(ROOT, 'web', 'pages', path) : join(OUT, path);
}

/** @param pages named as in `gallery/` and `web/` */
export async function serveGalleries(pages: readonly string[]): Promise<{ url: string; close(): void }> {
  await Promise.all(pages.map(bundle));
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url!, 'http://gallery').pathname;
    const page = pages.find((name) => path === `/${name}`);
    try {
      const body = page ? await html(page) : path.endsWith('.wav') ? tone() : await readFile(fileOf(path));
      response.writeHead(200, { 'content-type': TYPES[page ? '.html' : extname(path)] ?? '', 'content-security-policy': POLICY });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
