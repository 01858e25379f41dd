import type { PrivateTexts } from '../persistence/private-texts';
import type { Tx } from '../persistence/unit-of-work.port';

/** Stores free texts apart from the events and answers their commitments by field; an empty text stays empty. */
export async function commitTexts(
  privateTexts: PrivateTexts,
  tx: Tx,
  streamId: string,
  texts: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const commitments: Record<string, string> = {};
  for (const [field, text] of Object.entries(texts)) {
    commitments[field] = text.trim() === '' ? '' : await privateTexts.commitText(tx, streamId, text);
  }
  return commitments;
}
