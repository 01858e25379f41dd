import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.port';
import { ReadDatabase } from '../persistence/unit-of-work.port';
import { RegistryHolder } from '../runner/registry-holder';
import type { Invariant, VerifyRun, Violation } from './invariant';
import { InvariantRegistry } from './invariant-registry';
import type { CheckReport, VerifyReport } from './verify-report';

/** Violations shown of one check; the rest is counted. */
const MOST_SHOWN = 20;

/** Checks that are made at once. */
const SIDE_BY_SIDE = 3;

/** Which checks to run. */
export interface VerifyOptions {
  /** Names of checks; all when absent. */
  readonly only?: readonly string[];
}

/** Checks the promises on the data as it is. Reads only: it can run beside a working system. */
@Injectable()
export class VerifyService {
  constructor(
    private readonly invariants: InvariantRegistry,
    private readonly reads: ReadDatabase,
    private readonly registry: RegistryHolder,
    private readonly clock: Clock,
  ) {}

  /** Runs the checks, a few side by side; the report has them in their order. Throws UnknownCheckError for a name that is none. */
  async run({ only }: VerifyOptions = {}): Promise<VerifyReport> {
    const asked = only === undefined ? this.invariants.all() : this.invariants.named(only);
    const checks = await this.checkAll(asked);
    return { at: this.clock.now(), checks, ok: checks.every(({ ok }) => ok) };
  }

  /** While one waits for its rows another looks at what it has read. */
  private async checkAll(asked: readonly Invariant[]): Promise<readonly CheckReport[]> {
    const reports: CheckReport[] = [];
    const waiting = [...asked.entries()];
    const run = runOf(asked);
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) reports[next[0]] = await this.check(next[1], run);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
    return reports;
  }

  private async check(invariant: Invariant, run: VerifyRun): Promise<CheckReport> {
    const { name, promise, describe } = invariant;
    let checked = 0;
    const count = (more: number): void => {
      checked += more;
    };
    const violations = await this.violationsOf(invariant, run, count);
    return {
      name,
      promise,
      describe,
      checked,
      violationCount: violations.length,
      violations: violations.slice(0, MOST_SHOWN),
      ok: violations.every(({ level }) => level === 'warning'),
    };
  }

  /** A check that cannot be made fails, and the others are made all the same: damage in one place says nothing of another. */
  private async violationsOf(
    { name, check }: Invariant,
    run: VerifyRun,
    checked: (more: number) => void,
  ): Promise<readonly Violation[]> {
    const { reads, registry, clock } = this;
    try {
      return await check({ run, reads, registry: registry.workflows, now: clock.now(), checked });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [{ subject: `check ${name}`, message: `could not be made: ${reason}` }];
    }
  }
}

function runOf(asked: readonly Invariant[]): VerifyRun {
  const works = new Map<object, Promise<unknown>>();
  return {
    names: new Set(asked.map(({ name }) => name)),
    once: <Found>(key: object, work: () => Promise<Found>): Promise<Found> => {
      const known = works.get(key) as Promise<Found> | undefined;
      const found = known ?? work();
      works.set(key, found);
      return found;
    },
  };
}
