import { join } from 'node:path';
import { openRehearsalApp } from '../../src/app/rehearsal-app';
import { rehearseFiles } from '../../src/rehearsal';

const scenario = (name: string): string => join(__dirname, '../scenarios', name);

describe('a rehearsal', () => {
  it('plays le chan', async () => {
    const lines: string[] = [];
    const report = await rehearseFiles(['/tmp/readme.yaml'], { open: openRehearsalApp, line: (text) => lines.push(text) });
    require('node:fs').writeFileSync('/tmp/le-chan.txt', lines.join('\n'));
    expect(report.exitCode).toBe(0);
  });

  it('plays ten steps', async () => {
    const lines: string[] = [];
    const report = await rehearseFiles([scenario('ten-steps.yaml')], {
      open: openRehearsalApp,
      line: (text) => lines.push(text),
    });
    console.log(lines.join('\n'));
    expect(report.rehearsals.flatMap(({ failures }) => failures)).toEqual([]);
    expect(report.problems).toEqual([]);
    expect(report.exitCode).toBe(0);
  });
});
