import { describe, expect, it } from 'vitest';
import { startMailServer, startSilentServer } from '../testing/mail-server.ts';
import { createSmtpTransport, type Patience } from './transport.ts';

const from = 'Noticeboard <noticeboard@council.test>';
const message = { id: 'mail-1', to: 'lead@x.test', subject: '2 updates are late', text: 'Two rows.\n\nOpen them.' };
const soon: Patience = { connection: 100, answer: 100, whole: 10_000 };
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
    [551, 'lead@x.test moved', 'bounced', 'The mail server does not know the address (551).'],
    [554, '5.7.1 lead@x.test relay access denied', 'failed', 'The mail server refused the mail (554).'],
    [530, 'authentication required', 'failed', 'The mail server refused the mail (530).'],
    [451, 'lead@x.test greylisted', 'again', 'The mail server put it off (451).'],
    [421, 'closing', 'again', 'The mail server put it off (421).'],
  ])('a recipient that is answered %i %s', async (code, words, state, problem) => {
    await using server = await startMailServer();
    server.answer.recipient = { code, words };
    const send = createSmtpTransport({ url: server.url, from });
    expect(await send(message, never)).toEqual({ state, problem });
    expect(server.delivered).toEqual([]);
  });

  it('a server that is down', async () => {
    const { url, [Symbol.asyncDispose]: stop } = await startMailServer();
    await stop();
    const send = createSmtpTransport({ url, from });
    expect(await send(message, never)).toEqual({ state: 'again', problem: 'The mail server can’t be reached.' });
  });

  it('a certificate that nobody vouches for', async () => {
    await using server = await startMailServer({ secure: true });
    const send = createSmtpTransport({ url: server.url, from });
    expect(await send(message, never)).toEqual({
      state: 'again',
      problem: 'No safe connection to the mail server could be made.',
    });
    expect(server.delivered).toEqual([]);
  });

  it.each([
    ['says nothing', false],
    ['says nothing more', true],
  ])('a server that %s', async (_name, greets) => {
    await using server = await startSilentServer({ greets });
    const send = createSmtpTransport({ url: server.url, from }, soon);
    expect(await send(message, never)).toEqual({
      state: 'again',
      problem: 'The mail server did not answer in time.',
    });
  });

  it('a try that is ended from outside, at once', async () => {
    await using server = await startSilentServer();
    const send = createSmtpTransport({ url: server.url, from });
    expect(await send(message, AbortSignal.timeout(50))).toMatchObject({ state: 'again' });
  });
});
