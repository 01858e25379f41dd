import { AppError } from '../errors/app-error';
import { UnhealthyError, type HealthCheck } from './health-check';

/** How one check went. */
export interface CheckOutcome {
  readonly isWell: boolean;
  readonly [figure: string]: unknown;
}

/** How all went, by name. */
export interface HealthReport {
  readonly status: 'ready' | 'notReady';
  readonly checks: Readonly<Record<string, CheckOutcome>>;
}

/** Runs all checks at once; one that does not answer in time is not well. Tells no internal text. */
export async function healthReport(checks: readonly HealthCheck[], timeoutMs: number): Promise<HealthReport> {
  const outcomes = await Promise.all(
    checks.map(async (check) => [check.name, await outcomeOf(check, timeoutMs)] as const),
  );
  const isReady = outcomes.every(([, outcome]) => outcome.isWell);
  return { status: isReady ? 'ready' : 'notReady', checks: Object.fromEntries(outcomes) };
}

async function outcomeOf({ check }: HealthCheck, timeoutMs: number): Promise<CheckOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnhealthyError(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return { ...(await Promise.race([check(), tooLate])), isWell: true };
  } catch (error) {
    return { ...reasonOf(error), isWell: false };
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof UnhealthyError) return { ...error.figures, reason: error.message };
  return { reason: error instanceof AppError ? error.code : 'failed' };
}
