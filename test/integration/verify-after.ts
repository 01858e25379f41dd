import type { Clock } from '../../src/platform/clock';
import { InvariantRegistry, VerifyService, type Invariant, type VerifyReport } from '../../src/platform/invariants';
import type { ReadDatabase, Tx, UnitOfWork } from '../../src/platform/persistence';
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
      const reads = tx as unknown as ReadDatabase;
      const service = new VerifyService(new InvariantRegistry(invariants), reads, registry, clock);
      throw new Seen(await service.run(only ? { only } : {}));
    })
    .catch((error: unknown) => error);
  if (seen instanceof Seen) return seen.report;
  throw seen;
}

/** Names of the checks that failed, sorted. */
export function failing({ checks }: VerifyReport): readonly string[] {
  return checks
    .filter(({ ok }) => !ok)
    .map(({ name }) => name)
    .sort();
}
