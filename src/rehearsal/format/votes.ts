import type { Instant } from '../../../workflows/kernel';
import type { CommandStep } from '../scenario';
import { Placeholder } from './data';
import { expected } from './outcome';
import { name, reference, type Reference } from './reference';
import { repeated, unrolled } from './repeat';
import { fields, oneOrMore, optional, refuse, required, type Reading, type Shape } from './shape';
import { everyStep, timeOf } from './time';
import type { YamlNode } from './yaml-node';

const choices = {
  inFavour: optional(oneOrMore(reference), []),
  against: optional(oneOrMore(reference), []),
  abstained: optional(oneOrMore(reference), []),
};

const paper = fields({
  by: required(oneOrMore(name)),
  ...choices,
  expect: optional(expected, { outcome: 'accepted' } as const),
});

type Paper = ReturnType<typeof paper>;

const papers: Shape<readonly Paper[]> = (node, reading) => {
  if (node.kind !== 'list' || node.items.length === 0) return refuse(reading, node.line, 'must be a list of papers');
  return node.items.flatMap((item) => repeated(item, reading)).map((item) => paper(unrolled(item, reading), reading));
};

const votes = fields({ ...everyStep, votes: required(reference), papers: required(papers) });

/** The votes of several members on several items of a review round, each a command of its own. */
export function votesOf(node: YamlNode, now: Instant, reading: Reading): readonly CommandStep[] {
  const before = reading.problems.length;
  const { votes: review, papers: given, note, ...time } = votes(node, reading);
  if (reading.problems.length > before) return [];
  const at = timeOf(time, now, reading);
  return given.flatMap((each) => each.by.flatMap((voter) => castsOf(each, voter, review, { at, note })));
}

function castsOf(
  { line, expect, ...given }: Paper,
  voter: string,
  review: Reference,
  step: Pick<CommandStep, 'at' | 'note'>,
): CommandStep[] {
  return (Object.keys(choices) as (keyof typeof choices)[]).flatMap((choice) =>
    given[choice].map((item) => ({
      ...step,
      kind: 'command' as const,
      line,
      as: voter,
      do: 'review.cast',
      on: review,
      ref: null,
      input: { itemId: new Placeholder({ ...review, part: item.name, line: item.line }), choice },
      comment: null,
      version: null,
      expected: expect,
    })),
  );
}
