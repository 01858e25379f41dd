import type { CommandDispatcher, DispatchRequest } from '../../src/platform/runner/command-dispatcher';
import type { CommandResult } from '../../src/platform/runner/command-result';

/**
 * Notes what commands are refused with from now on, to hold it against what their forms declare: the description of the
 * API lists the declared ones, and promises no more and no less than what happens.
 */
export class RefusalsSeen {
  private readonly seen = new Set<string>();

  /** Watches all commands whose types begin so: `cluster.`. */
  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly prefixes: readonly string[],
  ) {
    const dispatch = dispatcher.dispatch.bind(dispatcher);
    dispatcher.dispatch = async (request: DispatchRequest): Promise<CommandResult> => {
      const result = await dispatch(request);
      const reasons = result.outcome === 'refused' && this.isWatched(request.type) ? result.reasons : [];
      for (const { code } of reasons) this.seen.add(`${request.type} ${code}`);
      return result;
    };
  }

  /** What was given and is not declared: `cluster.close CLUSTER.CLOSED`. */
  undeclared(): readonly string[] {
    const declared = new Set(this.declared());
    return [...this.seen].filter((each) => !declared.has(each)).sort();
  }

  /** What is declared and was never given. */
  neverGiven(): readonly string[] {
    return this.declared().filter((each) => !this.seen.has(each));
  }

  private declared(): readonly string[] {
    return [...this.dispatcher.known()]
      .filter(([type]) => this.isWatched(type))
      .flatMap(([type, { refusals = [] }]) => refusals.map(({ code }) => `${type} ${code}`))
      .sort();
  }

  private isWatched(type: string): boolean {
    return this.prefixes.some((prefix) => type.startsWith(prefix));
  }
}
