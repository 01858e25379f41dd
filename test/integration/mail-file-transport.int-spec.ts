import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instant } from '../../workflows/kernel';
import { FileMailTransport, MailNotSentError, MailRejectedError, type MailMessage } from '../../src/adapters/mail';
import { useTemporaryDirectory } from '../support/temporary-directory';

const MESSAGE: MailMessage = {
  messageId: '<019b0a6e-0000-7000-8000-000000000001@thidua>',
  to: 'truong.phong@example.org',
  subject: 'Còn 7 ngày đến hạn nộp báo cáo kết quả thực hiện "Thi đua yêu nước 2024" (15/03/2024).',
  text: 'Đề nghị nộp báo cáo đúng hạn.\n',
  at: instant('2024-03-08T01:00:00.000Z'),
};

describe(FileMailTransport.name, () => {
  const directory = useTemporaryDirectory();
  const transport = (name = 'mail'): FileMailTransport =>
    new FileMailTransport({ directory: join(directory(), name), from: 'Thidua <no-reply@example.org>' });
  const file = (name = 'mail'): string => join(directory(), name, '019b0a6e-0000-7000-8000-000000000001.eml');

  it('writes one file named by the message id, and nothing else', async () => {
    await transport().send(MESSAGE);
    expect(await readdir(join(directory(), 'mail'))).toEqual(['019b0a6e-0000-7000-8000-000000000001.eml']);
  });

  it('writes headers and Vietnamese text that come back as they were', async () => {
    await transport().send(MESSAGE);
    const mail = await readFile(file(), 'latin1');
    expect(mail).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    const [head = '', ...body] = mail.split('\r\n\r\n');
    const headers = head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
    expect(headers).toEqual(
      expect.arrayContaining([
        'From: Thidua <no-reply@example.org>',
        'To: truong.phong@example.org',
        `Message-ID: ${MESSAGE.messageId}`,
        'Date: Fri, 08 Mar 2024 01:00:00 +0000',
        'Auto-Submitted: auto-generated',
      ]),
    );
    expect(decodedWords(headers.find((line) => line.startsWith('Subject: ')) ?? '')).toBe(
      `Subject: ${MESSAGE.subject}`,
    );
    expect(decodedBody(headers, body.join('\r\n\r\n')).trimEnd()).toBe(MESSAGE.text.trimEnd());
  });

  it('writes the same bytes again for the same message', async () => {
    await transport().send(MESSAGE);
    const first = await readFile(file());
    await transport().send(MESSAGE);
    expect(await readFile(file())).toEqual(first);
  });

  it('keeps line breaks out of headers', async () => {
    await transport().send({ ...MESSAGE, subject: 'a\r\nBcc: x@example.org', to: 'a@example.org' });
    expect(await readFile(file(), 'latin1')).not.toMatch(/^Bcc:/m);
  });

  it('says that nothing was sent when the directory cannot be written', async () => {
    await writeFile(join(directory(), 'a-file'), '');
    await expect(transport('a-file').send(MESSAGE)).rejects.toBeInstanceOf(MailNotSentError);
  });

  it('leaves nothing behind when the last step fails', async () => {
    await mkdir(file('blocked'), { recursive: true });
    await writeFile(join(file('blocked'), 'not-empty'), '');
    await expect(transport('blocked').send(MESSAGE)).rejects.toBeInstanceOf(MailNotSentError);
    expect(await readdir(join(directory(), 'blocked'))).toEqual(['019b0a6e-0000-7000-8000-000000000001.eml']);
  });

  it('refuses a message id that would name a file elsewhere', async () => {
    await expect(transport().send({ ...MESSAGE, messageId: '<../../etc/x@thidua>' })).rejects.toBeInstanceOf(
      MailRejectedError,
    );
  });
});

/** Encoded words of RFC 2047 in B and Q, as a mail program reads them. */
function decodedWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, coding: string, text: string) =>
      coding.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : unquoted(text.replaceAll('_', ' ')),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

function decodedBody(headers: readonly string[], body: string): string {
  const coding = headers.find((line) => line.startsWith('Content-Transfer-Encoding: '))?.split(': ')[1];
  if (coding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(unquoted(body.replace(/=\r\n/g, '')), 'latin1').toString('utf8');
}

function unquoted(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
