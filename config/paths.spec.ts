import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder, packageRoot } from './paths';

describe(packageRoot.name, () => {
  it('is where package.json lies', () => {
    expect(existsSync(join(packageRoot(), 'package.json'))).toBe(true);
  });

  it('holds the delivered data', () => {
    expect(configFolder('rulebooks')).toBe(join(packageRoot(), 'config', 'rulebooks'));
  });
});
