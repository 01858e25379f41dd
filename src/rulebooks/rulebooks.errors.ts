import { AppError } from '../platform/errors/app-error';

/** One thing in a file that cannot be used. */
export interface FileProblem {
  /** Folder and name, `rulebooks/r2.yaml`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Keys and positions, `tiers[3].vote.threshold`; empty for the file as a whole. */
  readonly path: string;
  readonly reason: string;
}

/** The rules or the calendar cannot be used. Names everything that is wrong at once; nothing is loaded. */
export class RulebookFilesError extends AppError {
  constructor(readonly problems: readonly FileProblem[]) {
    super(
      'RULEBOOK.FILES_INVALID',
      ['The rulebooks cannot be used:', ...problems.map(sentence)].join('\n'),
      { problems },
      { level: 'error' },
    );
  }
}

function sentence({ file, line, path, reason }: FileProblem): string {
  return `  ${file}:${line} ${path === '' ? '' : `${path}: `}${reason}`;
}
