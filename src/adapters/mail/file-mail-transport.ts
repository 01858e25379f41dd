import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { composeMail } from './compose-mail';
import { MailTransport, type MailMessage } from './mail-transport.port';
import { MailNotSentError, MailRejectedError } from './mail.errors';

/** Where mail goes and in whose name. */
export interface FileMailOptions {
  /** Absolute path; made when it does not exist. */
  readonly directory: string;
  /** `Thidua <no-reply@example.org>`. */
  readonly from: string;
}

const MESSAGE_ID = /^<([A-Za-z0-9._-]+)@[A-Za-z0-9.-]+>$/;

/**
 * Puts each mail into a directory as one `.eml` file named by its message id, whole or not at all. For machines without
 * a mail server: somebody or something else picks the files up. A repeated mail replaces its own file.
 */
export class FileMailTransport extends MailTransport {
  constructor(private readonly options: FileMailOptions) {
    super();
  }

  override async send(message: MailMessage): Promise<void> {
    const [, id] = MESSAGE_ID.exec(message.messageId) ?? [];
    if (!id) throw new MailRejectedError(`${message.messageId} is no message id that can name a file`);
    const bytes = await composeMail(this.options.from, message);
    await this.write(`${id}.eml`, bytes);
  }

  /** Nothing is in the directory under its name before the last step, so that every failure means: not sent. */
  private async write(name: string, bytes: Buffer): Promise<void> {
    const { directory } = this.options;
    // A leading dot keeps half-written files out of the sight of whoever picks mail up.
    const draft = join(directory, `.${name}.draft`);
    try {
      await mkdir(directory, { recursive: true });
      await writeDurably(draft, bytes);
      await rename(draft, join(directory, name));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw new MailNotSentError(`The mail could not be written into ${directory}`, { cause: error });
    }
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
