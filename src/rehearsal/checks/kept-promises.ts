import { oneOf, type Shape } from '../format/shape';
import type { Check, CheckRoom, Finding } from './check';

/** `verify: clean`: every promise that the stored data can show is kept. */
export const verify: Shape<Check> = (node, reading) => {
  oneOf('clean')(node, reading);
  const run = async ({ world }: CheckRoom): Promise<readonly Finding[]> => {
    const broken = await world.reads.brokenPromises();
    return broken.map(({ check, subject, message }) => ({
      line: node.line,
      message: `verify ${check}: ${subject}: ${message}`,
    }));
  };
  return { line: node.line, run };
};
