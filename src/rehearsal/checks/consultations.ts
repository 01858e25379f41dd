import { localDate } from '../../../workflows/kernel';
import { reference } from '../format/reference';
import { count, fields, flag, optional, parsed, required, text, type Shape } from '../format/shape';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const day = optional(parsed(localDate), null);

const expectation = fields({
  of: required(reference),
  state: optional(text, null),
  /** First and last day of the term. */
  from: day,
  to: day,
  /** Whether an agency has let its term go by. */
  silent: optional(flag, null),
  /** Number and day of the paper that answered. */
  answer: optional(text, null),
  answeredOn: day,
  objections: optional(count, null),
  unanswered: optional(count, null),
});

type Expectation = ReturnType<typeof expectation>;

/** Where a consultation stands: its state, its term, the answer, and the objections of a public comment. */
export const consultations: Shape<Check> = (node, reading) => {
  const expected = expectation(node, reading);
  return { line: node.line, run: (room) => checkConsultation(expected, room) };
};

async function checkConsultation(expected: Expectation, { names, world }: CheckRoom): Promise<readonly Finding[]> {
  const { line, of, ...figures } = expected;
  const { opensOn, dueOn, isSilent, answerNumber, ...sight } = await world.reads.consultationOf(names.thingOf(of).id);
  return differences(line, `Lấy ý kiến ${called(of)}`, figures, {
    ...sight,
    from: opensOn,
    to: dueOn,
    silent: isSilent,
    answer: answerNumber,
  });
}
