/** A real mail server in the process of a test, which does as it is told. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived: its headers, and its body without the marks that it travelled in (quoted-printable). */
type Delivered = { from: string; to: string; text: string };

export type MailServer = AsyncDisposable & {
  url: string;
  delivered: Delivered[];
  /** What it answers to a recipient: null takes the mail. `hangs`: it takes the mail and never says so. */
  answer: { recipient: { code: number; words: string } | null; hangs: boolean };
};

const asRead = (raw: Buffer): string => {
  const unfolded = raw.toString('latin1').replaceAll('=\r\n', '');
  const bytes = unfolded.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

const refusal = ({ code, words }: { code: number; words: string }): Error =>
  Object.assign(new Error(words), { responseCode: code });

/** Starts a mail server on a free port. `secure` speaks TLS with a certificate that nobody vouches for. */
export const startMailServer = async ({ secure = false, port = 0 } = {}): Promise<MailServer> => {
  const delivered: Delivered[] = [];
  const answer: MailServer['answer'] = { recipient: null, hangs: false };
  const server = new SMTPServer({
    secure,
    logger: false,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      callback(answer.recipient && refusal(answer.recipient));
    },
    onData: (stream, { envelope }, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        delivered.push({ from, to: envelope.rcptTo[0]?.address ?? '', text: asRead(Buffer.concat(chunks)) });
        if (!answer.hangs) callback(null);
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `${secure ? 'smtps' : 'smtp'}://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    delivered,
    answer,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** Starts what takes a connection and then says nothing, or `greets` and says nothing more. */
export const startSilentServer = async ({ greets = false } = {}): Promise<AsyncDisposable & { url: string }> => {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    if (greets) socket.write('220 mail.test ready\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
