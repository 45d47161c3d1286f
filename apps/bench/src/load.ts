import { Agent, request } from 'node:http';

export type Asked = { url: string; headers: Readonly<Record<string, string>> };

const connections = 8;

function once({ url, headers }: Asked, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Asks for the same thing again and again over kept connections on this machine; gives answers a second and each answer's milliseconds. */
export async function load(asked: Asked, requests: number): Promise<{ perSecond: number; milliseconds: number[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const milliseconds: number[] = [];
  let left = requests;
  const started = performance.now();
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const from = performance.now();
      await once(asked, agent);
      milliseconds.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { perSecond: requests / seconds, milliseconds };
}
