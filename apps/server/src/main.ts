import { createServer } from 'node:http';

const port = Number(process.env['PORT'] ?? 3000);
createServer((_request, response) => response.end('Noticeboard')).listen(port, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${port}`);
});
