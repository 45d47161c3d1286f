/** The measure of the position: the same Express and tRPC, answering one object from memory to anyone. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { initTRPC } from '@trpc/server';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import express from 'express';

const answer: unknown = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const { router, procedure } = initTRPC.create();
const app = express();
app.use(
  '/trpc',
  createExpressMiddleware({ router: router({ position: router({ read: procedure.query(() => answer) }) }) }),
);
const server = createServer(app).listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
