/** One environment variable that cannot be used, and what it should look like. Never its value: that may be a secret. */
export interface ConfigProblem {
  readonly variable: string;
  readonly expected: string;
}

/** The environment cannot be used. Names every bad variable at once, so that one start shows all there is to mend. */
export class ConfigError extends Error {
  readonly code = 'CONFIG.INVALID';

  constructor(readonly problems: readonly ConfigProblem[]) {
    super(['The environment cannot be used:', ...problems.map(line)].join('\n'));
    this.name = 'ConfigError';
  }
}

function line({ variable, expected }: ConfigProblem): string {
  return `  ${variable} must be ${expected}`;
}
