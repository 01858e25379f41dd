import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allWorkflows } from '../../workflows';
import { createRegistry, type Workflow, type WorkflowConfig } from '../../workflows/kernel';

const LOCK = join(__dirname, '../../workflows/definitions.lock.json');

const ADVICE =
  'not the definition that was locked. Instances remember the version they began with: give the changed config a new ' +
  'version and keep the old one in workflows/all.ts, then run UPDATE_DEFINITIONS=1 npx jest test/model/definitions. ' +
  'Only before the first release may the same command overwrite the hash of a version.';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const hashesOf = (workflows: readonly Workflow[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    createRegistry(workflows, sha256)
      .all()
      .map(({ id, hash }) => [id, hash]),
  );

it('every definition is the one that its version was locked with', () => {
  const hashes = hashesOf(allWorkflows);
  if (process.env.UPDATE_DEFINITIONS === '1') writeFileSync(LOCK, `${JSON.stringify(hashes, null, 2)}\n`);
  const locked = JSON.parse(readFileSync(LOCK, 'utf8')) as Readonly<Record<string, string>>;
  const ids = new Set([...Object.keys(hashes), ...Object.keys(locked)]);
  const changed = [...ids].filter((id) => hashes[id] !== locked[id]);
  if (changed.length > 0) throw new Error(`${changed.join(', ')}: ${ADVICE}`);
});

it('one more permission on one transition is another definition', () => {
  const [workflow] = allWorkflows;
  const config = JSON.parse(JSON.stringify(workflow!.definition.config)) as WorkflowConfig<string, string, string>;
  const opening = { ...config.opening, meta: { permissions: [...config.opening.meta.permissions, 'system'] } };
  const changed = { ...workflow!, definition: { ...workflow!.definition, config: { ...config, opening } } };
  expect(hashesOf([changed])).not.toEqual(hashesOf([workflow!]));
});
