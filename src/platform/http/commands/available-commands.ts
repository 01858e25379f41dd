import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { CommandAvailability, Label, Workflow } from '../../../../workflows/kernel';
import { FailedGuard, LabelResponse } from '../problems/problem';

/** One command as this user may see it now. */
@ApiSchema({ name: 'AvailableCommand' })
export class AvailableCommand {
  @ApiProperty({ example: 'campaign.launch' })
  readonly type: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly label: Label;

  @ApiProperty({ description: 'Whether it can be sent now, as far as can be told without its input.' })
  readonly isPossible: boolean;

  @ApiProperty({ description: 'Whether a seat of this user may send it.' })
  readonly isPermitted: boolean;

  @ApiProperty({ type: 'array', items: { type: 'string' }, description: 'Any one of these is needed.' })
  readonly permissions: readonly string[];

  @ApiProperty({ type: () => [FailedGuard], description: 'Every reason why it is refused now.' })
  readonly reasons: readonly FailedGuard[];

  @ApiProperty({ type: 'array', items: { type: 'string' }, description: 'Rules that are asked only with the input.' })
  readonly dependsOnInput: readonly string[];
}

/** The answer to “what can I do now, and why not”. */
@ApiSchema({ name: 'AvailableCommands' })
export class AvailableCommandsResponse {
  @ApiProperty({ type: () => [AvailableCommand] })
  readonly items: readonly AvailableCommand[];
}

/**
 * What a user may do now and, for what they may not, why. `may` tells whether one of the permissions covers the row.
 * Commands that only the system sends are left out.
 */
export function availableCommandsResponse(
  workflow: Workflow,
  commands: readonly CommandAvailability[],
  may: (permissions: readonly string[]) => boolean,
): AvailableCommandsResponse {
  const { labels } = workflow.definition;
  const items = commands
    .filter(({ permissions }) => permissions.some((permission) => permission !== 'system'))
    .map(({ command, permissions, reasons, dependsOnInput }) => {
      const isPermitted = may(permissions);
      return {
        type: command,
        label: labels.commands[command] ?? { vi: command, en: command },
        isPossible: isPermitted && reasons.length === 0,
        isPermitted,
        permissions,
        reasons,
        dependsOnInput,
      };
    });
  return { items };
}
