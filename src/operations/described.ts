import { applyDecorators } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { LONG_JOB_COMMANDS } from '../../workflows/long-job';
import { LONG_JOB_REFUSALS } from './long-jobs.errors';

/** Describes the commands on long work. Stands above `CommandRoute`. */
export function DescribedCommands(types: readonly (keyof typeof LONG_JOB_COMMANDS)[]): MethodDecorator {
  const labels = types.map((type) => `* \`${type}\`: ${LONG_JOB_COMMANDS[type].vi} – ${LONG_JOB_COMMANDS[type].en}.`);
  const codes = Object.values(LONG_JOB_REFUSALS).map(({ code }) => `\`${code}\``);
  return applyDecorators(
    ApiOperation({
      summary: 'Run a command',
      description: [labels.join('\n'), `May be refused with: ${codes.join(', ')}.`].join('\n\n'),
    }),
  );
}
