import { AppError } from '../errors/app-error';
import { parseFailpoint, type ArmedFailpoint } from './armed-failpoint';
import { Failpoints, NoFailpoints, type FailpointName } from './failpoints';

/** A place that was armed to fail did fail. Tests only. */
export class FailpointError extends AppError {
  constructor(name: FailpointName) {
    super('PLATFORM.FAILPOINT', `The failpoint ${name} was armed`, { name }, { level: 'error' });
  }
}

/** Fails where it is told to. For tests that ask whether anything is lost when a process dies there. */
export class ArmedFailpoints extends Failpoints {
  private readonly passes = new Map<FailpointName, number>();

  constructor(
    private readonly armed: readonly ArmedFailpoint[],
    private readonly kill: () => void = killThisProcess,
  ) {
    super();
  }

  override hit(name: FailpointName): void {
    const pass = (this.passes.get(name) ?? 0) + 1;
    this.passes.set(name, pass);
    const found = this.armed.find((failpoint) => failpoint.name === name && failpoint.hit === pass);
    if (!found) return;
    if (found.action === 'throw') throw new FailpointError(name);
    this.kill();
  }
}

/** The failpoints of a process, from its settings. Throws a RangeError that names the first bad one. */
export function failpointsOf(names: readonly string[]): Failpoints {
  return names.length === 0 ? new NoFailpoints() : new ArmedFailpoints(names.map(parseFailpoint));
}

/** As `kill -9`: no handler runs, nothing is flushed, nothing is said. */
function killThisProcess(): void {
  process.kill(process.pid, 'SIGKILL');
  // The signal may need a moment, in which not one more statement may run.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
