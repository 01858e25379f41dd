import { OpenTransaction } from './open-transaction';
import type { UnitOfWorkHooks } from './persistence-options';
import type { TransactionSession } from './transaction-session';
import type { Tx } from './unit-of-work.port';

/** What came out of a committed transaction, and what is to be woken now. */
export interface Committed<Result> {
  readonly result: Result;
  readonly wakeUps: readonly (() => void)[];
}

/** Runs work in one transaction of the session: commits when it resolves, rolls back when it or the commit fails. */
export async function transact<Result>(
  session: TransactionSession,
  work: (tx: Tx) => Promise<Result>,
  hooks: UnitOfWorkHooks,
): Promise<Committed<Result>> {
  const tx = new OpenTransaction(session, hooks.onStatement);
  try {
    hooks.onStatement?.(session.beginSql, []);
    await session.begin();
    const result = await work(tx);
    const obstacle = await tx.end();
    if (obstacle) throw obstacle;
    hooks.onStatement?.('COMMIT', []);
    await session.commit();
    return { result, wakeUps: tx.wakeUps };
  } catch (error) {
    await tx.end();
    await session.rollback();
    throw session.translate(error);
  }
}

/** Calls what is to be woken after a commit. The commit stands whatever happens here, so that a failure is told, not thrown. */
export function wake(wakeUps: readonly (() => void)[], hooks: UnitOfWorkHooks): void {
  for (const wakeUp of wakeUps) {
    try {
      wakeUp();
    } catch (error) {
      (hooks.onWakeUpError ?? warn)(error);
    }
  }
}

function warn(error: unknown): void {
  process.emitWarning(`A wake-up after a commit failed: ${String(error)}`, 'ThiduaWarning');
}
