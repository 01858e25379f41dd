import { addMilliseconds, MS_PER_DAY, type Instant } from '../../workflows/kernel';
import { derivedId } from '../platform/ids/derived-id';
import { addToOutbox, type Tx } from '../platform/persistence';
import { FORGET_IMPORT } from './import-jobs';

/** How long what a file says is kept after it was tried out. */
const KEPT_MS = 7 * MS_PER_DAY;

/** Asks that what a file says be erased a week from now. */
export async function askToForget(tx: Tx, importId: string, at: Instant): Promise<void> {
  const id = derivedId(FORGET_IMPORT, importId, at);
  const message = { id, job: FORGET_IMPORT, payload: { importId }, dedupeKey: id };
  await addToOutbox(tx, [{ ...message, availableAt: addMilliseconds(at, KEPT_MS), createdAt: at }]);
}
