import type { Schema } from '../platform/persistence';
import { Example, ExampleLink, ExamplePublication } from './example.entity';
import { CreateExamples1767227000000 } from './migrations/1767227000000-create-examples';
import { CreateExampleTargets1767227010000 } from './migrations/1767227010000-create-example-targets';
import { ExampleTarget } from './targets/example-target.entity';

export { examplesInvariants } from './examples.invariants';
export { ExamplesModule } from './examples.module';

/** The tables of examples and their targets. */
export const examplesSchema: Schema = {
  entities: [Example, ExamplePublication, ExampleLink, ExampleTarget],
  migrations: [CreateExamples1767227000000, CreateExampleTargets1767227010000],
};
