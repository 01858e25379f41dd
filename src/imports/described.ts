import { applyDecorators } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { IMPORT_COMMANDS } from '../../workflows/import';
import { IMPORT_REFUSALS } from './imports.errors';

const REFUSALS = `May be refused with: ${Object.values(IMPORT_REFUSALS)
  .map(({ code }) => `\`${code}\``)
  .join(', ')}.`;

/** Describes how a file is tried out. */
export function DescribedCheck(): MethodDecorator {
  const { vi, en } = IMPORT_COMMANDS['import.check'];
  const how = 'UTF-8, with headings in Vietnamese or English; the delimiter is a comma, a semicolon or a tab.';
  return applyDecorators(
    ApiOperation({ summary: en, description: [`${vi} – ${en} (\`import.check\`).`, how, REFUSALS].join('\n\n') }),
  );
}

/** Describes the commands on a file. Stands above `CommandRoute`. */
export function DescribedCommands(): MethodDecorator {
  const labels = (['import.apply', 'import.discard'] as const).map(
    (type) => `* \`${type}\`: ${IMPORT_COMMANDS[type].vi} – ${IMPORT_COMMANDS[type].en}.`,
  );
  return applyDecorators(
    ApiOperation({ summary: 'Run a command', description: [labels.join('\n'), REFUSALS].join('\n\n') }),
  );
}
