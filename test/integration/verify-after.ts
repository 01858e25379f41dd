import type { Clock } from '../../src/platform/clock';
import { InvariantRegistry, VerifyService, type Invariant, type VerifyReport } from '../../src/platform/invariants';
import type { ReadDatabase, SqlRow, SqlValue, Tx, UnitOfWork } from '../../src/platform/persistence';
import type { RegistryHolder } from '../../src/platform/runner/registry-holder';

/** What is needed to verify inside a transaction. */
export interface Verified {
  readonly uow: UnitOfWork;
  readonly registry: RegistryHolder;
  readonly clock: Clock;
  readonly invariants: readonly Invariant[];
}

/** Carries what was seen out of a transaction that is not to last. */
class Seen extends Error {
  constructor(readonly report: VerifyReport) {
    super('seen');
  }
}

/** Verifies inside a transaction that does what is wrong, and then takes it back: many damages over one database. */
export async function verifyAfter(
  { uow, registry, clock, invariants }: Verified,
  change: (tx: Tx) => Promise<unknown>,
  only?: readonly string[],
): Promise<VerifyReport> {
  const seen: unknown = await uow
    .run(async (tx) => {
      await change(tx);
      const reads = oneAtATime(tx);
      const service = new VerifyService(new InvariantRegistry(invariants), reads, registry, clock);
      throw new Seen(await service.run(only ? { only } : {}));
    })
    .catch((error: unknown) => error);
  if (seen instanceof Seen) return seen.report;
  throw seen;
}

/**
 * What a transaction sees, for checks that run side by side: the readers of an application are many, a transaction has one
 * connection, which answers one question after the other.
 */
export function oneAtATime(tx: Tx): ReadDatabase {
  let last: Promise<unknown> = Promise.resolve();
  return {
    dialect: tx.dialect,
    rows: <Row extends object = SqlRow>(sql: string, params?: readonly SqlValue[]): Promise<Row[]> => {
      const answer = last.then(() => tx.rows<Row>(sql, params));
      // Whoever asked hears of a failure; who comes next asks all the same.
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}

/** Names of the checks that failed, sorted. */
export function failing({ checks }: VerifyReport): readonly string[] {
  return checks
    .filter(({ ok }) => !ok)
    .map(({ name }) => name)
    .sort();
}
