import type { Type } from '@nestjs/common';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Workflow } from '../../../../workflows/kernel';
import { NoInput } from '../../validation/no-input';
import { COMMENT_MAX } from './command-envelope';
import type { CommandSet } from './command-body';

/** Name of a command's schema: `campaign.launch` is `CampaignLaunchCommand`. */
export function commandSchemaName(type: string): string {
  const words = type.split(/[.-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Command`;
}

/** One class per command, which exists only to be described: `type`, `input` and `comment`. */
export function commandModels({ inputs, workflow }: CommandSet): readonly Type<object>[] {
  return Object.entries(inputs).map(([type, input]) => modelOf(type, input, workflow));
}

function modelOf(type: string, input: Type<object>, workflow: Workflow | undefined): Type<object> {
  const model = class {};
  const takesNothing = (input as unknown) === NoInput;
  ApiProperty({ type: 'string', enum: [type] })(model.prototype, 'type');
  ApiProperty({ type: () => input, required: !takesNothing })(model.prototype, 'input');
  ApiProperty({ type: 'string', minLength: 1, maxLength: COMMENT_MAX, required: false })(model.prototype, 'comment');
  ApiSchema({ name: commandSchemaName(type), description: descriptionOf(type, workflow) })(model);
  return model;
}

function descriptionOf(type: string, workflow: Workflow | undefined): string {
  if (!workflow) return type;
  const { labels, name, refusals } = workflow.definition;
  const label = labels.commands[type];
  const { opening } = workflow.transitions;
  const ways = [opening, ...workflow.transitions.all()].filter((way) => way.command === type);
  const permissions = distinct(ways.flatMap((way) => way.permissions));
  const codes = distinct([
    `${name.toUpperCase()}.NOT_IN_STATE`,
    ...ways.flatMap((way) => way.guards.map((guard) => refusals[guard]?.code ?? guard)),
  ]);
  return [
    `${label?.vi ?? type} – ${label?.en ?? type}.`,
    `Permissions, any one of: ${permissions.map(code).join(', ')}.`,
    `May be refused with: ${codes.map(code).join(', ')}.`,
  ].join('\n\n');
}

const code = (text: string): string => `\`${text}\``;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
