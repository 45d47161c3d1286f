import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import express, { type Response, type Router } from 'express';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const squeezable = /^(text\/|application\/(json|manifest)|image\/svg)/;

type Encoding = 'br' | 'gzip' | 'identity';
type File = { type: string; tag: string; cache: string; body: (encoding: Encoding) => Buffer };

/** Reads a file of the build once; each encoding of it is made when it is first asked for. */
const fileOf = (folder: string, name: string): File => {
  const plain = readFileSync(path.join(folder, name));
  const made = new Map<Encoding, Buffer>([['identity', plain]]);
  return {
    type: types[path.extname(name)] ?? 'application/octet-stream',
    tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    // The build puts a hash of the content into the name of what lies in assets.
    cache: name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    body: (encoding) => {
      const known = made.get(encoding);
      if (known) return known;
      const squeezed =
        encoding === 'br'
          ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
          : gzipSync(plain, { level: 9 });
      made.set(encoding, squeezed);
      return squeezed;
    },
  };
};

const send = (response: Response, file: File): void => {
  const encoding = squeezable.test(file.type)
    ? response.req.acceptsEncodings('br', 'gzip', 'identity') || 'identity'
    : 'identity';
  response.set({ 'Content-Type': file.type, 'Cache-Control': file.cache, ETag: file.tag, Vary: 'Accept-Encoding' });
  if (response.req.fresh) {
    response.status(304).end();
    return;
  }
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.send(file.body(encoding as Encoding));
};

/**
 * Serves the built web app from memory; every address without a file of its own is a page of the app.
 * @param folder what the build of the web app wrote
 * @throws Error where there is no build in the folder
 */
export const web = (folder: string): Router => {
  if (!existsSync(path.join(folder, 'index.html')))
    throw new Error(`There is no built web app in ${folder}. Build it with: pnpm build`);
  const names = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Map(
    names.map((entry) => {
      const name = path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
      return [`/${name}`, fileOf(folder, name)];
    }),
  );
  const page = fileOf(folder, 'index.html');
  const router = express.Router();
  router.get('*splat', (request, response, next) => {
    const file = files.get(request.path);
    if (file) return send(response, file);
    // A missing asset must not be answered with a page: a browser would take it for a script.
    if (request.path.startsWith('/assets/')) return next();
    send(response, page);
  });
  return router;
};
