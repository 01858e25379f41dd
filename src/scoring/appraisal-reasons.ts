import type { AppraiseScoreRequest } from './dto/score.request';

const PREFIX = 'reason of ';

/** An appraisal without its reasons, and these by themselves: events hold commitments of them only. */
export function withoutReasons(input: AppraiseScoreRequest): {
  readonly kept: object;
  readonly texts: Readonly<Record<string, string>>;
} {
  const { entries = [], ...rest } = input;
  return {
    kept: { ...rest, entries: entries.map(({ criterionCode, value }) => ({ criterionCode, value })) },
    texts: Object.fromEntries(
      entries.flatMap(({ criterionCode, reason }) =>
        reason === undefined ? [] : [[`${PREFIX}${criterionCode}`, reason] as const],
      ),
    ),
  };
}

/** The commitments of the reasons by criterion. */
export function reasonsIn(
  commitments: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  return new Map(Object.keys(texts).map((name) => [name.slice(PREFIX.length), commitments[name] ?? '']));
}
