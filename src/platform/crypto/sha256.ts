import { hash } from 'node:crypto';

/** SHA-256 as 64 lower-case hexadecimal digits; text is hashed as UTF-8. */
export function sha256(content: string | Buffer): string {
  return hash('sha256', content, 'hex');
}
