import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allWorkflows } from '../../workflows';
import { withGeneratedPart } from '../tools/generate-workflow-readme';

const README = join(__dirname, '../../workflows/README.md');

it('workflows/README.md shows the workflows as they are; `npm run generate` writes it', () => {
  const present = readFileSync(README, 'utf8');
  const generated = withGeneratedPart(present, allWorkflows);
  if (process.env.UPDATE_GENERATED === '1') writeFileSync(README, generated);
  expect(readFileSync(README, 'utf8')).toBe(generated);
});
