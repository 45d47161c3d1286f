import { describe, expect, it } from 'vitest';
import { startMailServer, startSilentServer } from '../testing/mail-server.ts';
import { createSmtpTransport, type Patience } from './transport.ts';

const from = 'Noticeboard <noticeboard@council.test>';
const message = { id: 'mail-1', to: 'lead@x.test', subject: '2 updates are late', text: 'Two rows.\n\nOpen them.' };
const soon: Patience = { connection: 100, answer: 1000, whole: 10_000 };
const never = new AbortController().signal;

it('hands a mail over, as plain text that says it was made by a program', async () => {
  await using server = await startMailServer();
  const send = createSmtpTransport({ url: server.url, from });
  expect(await send(message, never)).toEqual({ state: 'sent' });
  const [mail] = server.delivered;
  expect(mail).toMatchObject({ from: 'noticeboard@council.test', to: 'lead@x.test' });
  expect(mail?.text).toMatch(/^Subject: 2 updates are late\r$/m);
  expect(mail?.text).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
  expect(mail?.text).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(mail?.text).toContain('Message-ID: <mail-1@council.test>');
  expect(mail?.text).toContain('Two rows.\r\n\r\nOpen them.');
});

describe('says what came of it, and never whose address it was', () => {
  it.each([
    [550, '5.1.1 lead@x.test unknown', 'bounced', 'The mail server does not know the address (550).'],
    [550, '5.1.10 lead@x.test null MX', 'bounced', 'The mail server does not know the address (550).'],
    [551, 'User lead@x.test is not local', 'bounced', 'The mail server does not know the address (551).'],
    [550, 'No such mailbox lead@x.test', 'bounced', 'The mail server does not know the address (550).'],
    [
      550,
      '5.4.1 lead@x.test: Recipient address rejected: Access denied',
      'bounced',
      'The mail server does not know the address (550).',
    ],
    [550, '5.4.1 no answer from the host of lead@x.test', 'failed', 'The mail server refused the mail (550).'],
    [550, 'lead@x.test: sender is on a block list', 'failed', 'The mail server refused the mail (550).'],
    [552, '5.2.2 mailbox of lead@x.test is full', 'failed', 'The mail server refused the mail (552).'],
    [503, 'Error: send MAIL first, then the recipient', 'failed', 'The mail server refused the mail (503).'],
    [554, '5.7.1 lead@x.test relay access denied', 'failed', 'The mail server refused the mail (554).'],
    [530, 'authentication required', 'failed', 'The mail server refused the mail (530).'],
  ])('a recipient that is answered for good %i %s', async (code, words, state, problem) => {
    await using server = await startMailServer();
    server.answer.recipient = { code, words };
    const send = createSmtpTransport({ url: server.url, from });
    expect(await send(message, never)).toEqual({ state, problem });
    expect(server.delivered).toEqual([]);
  });

  it.each([
    [451, 'lead@x.test greylisted'],
    [421, 'closing'],
  ])('a recipient that is put off with %i', async (code, words) => {
    await using server = await startMailServer();
    server.answer.recipient = { code, words };
    const problem = `The mail server put it off (${code}).`;
    expect(await createSmtpTransport({ url: server.url, from })(message, never)).toEqual({
      state: 'again',
      problem,
      mayHaveArrived: false,
    });
  });

  it('a server that is down', async () => {
    const { url, [Symbol.asyncDispose]: stop } = await startMailServer();
    await stop();
    const send = createSmtpTransport({ url, from });
    expect(await send(message, never)).toEqual({
      state: 'again',
      problem: 'The mail server can’t be reached.',
      mayHaveArrived: false,
    });
  });

  it('a certificate that nobody vouches for', async () => {
    await using server = await startMailServer({ secure: true });
    const send = createSmtpTransport({ url: server.url, from });
    expect(await send(message, never)).toEqual({
      state: 'again',
      problem: 'No safe connection to the mail server could be made.',
      mayHaveArrived: false,
    });
    expect(server.delivered).toEqual([]);
  });

  it.each([
    ['says nothing', false, false],
    ['greets and says nothing more, which looks alike whenever it does', true, true],
  ])('a server that %s', async (_name, greets, mayHaveArrived) => {
    await using server = await startSilentServer({ greets });
    const send = createSmtpTransport({ url: server.url, from }, soon);
    expect(await send(message, never)).toEqual({
      state: 'again',
      problem: 'The mail server did not answer in time.',
      mayHaveArrived,
    });
  });

  it('a server that takes the mail and never says so: it may have arrived', async () => {
    await using server = await startMailServer();
    server.answer.hangs = true;
    const patience = { connection: 10_000, answer: 200, whole: 10_000 };
    expect(await createSmtpTransport({ url: server.url, from }, patience)(message, never)).toEqual({
      state: 'again',
      problem: 'The mail server did not answer in time.',
      mayHaveArrived: true,
    });
    expect(server.delivered).toHaveLength(1);
  });

  it('a try that is ended from outside, at once', async () => {
    await using server = await startSilentServer();
    const send = createSmtpTransport({ url: server.url, from });
    expect(await send(message, AbortSignal.timeout(50))).toMatchObject({ state: 'again' });
  });
});
