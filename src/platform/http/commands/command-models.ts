import type { Type } from '@nestjs/common';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { NoInput } from '../../validation/no-input';
import { COMMENT_MAX } from './command-envelope';
import type { CommandSet } from './command-body';

/** Name of a command's schema: `campaign.launch` is `CampaignLaunchCommand`. */
export function commandSchemaName(type: string): string {
  const words = type.split(/[.-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Command`;
}

/** One class per command, which exists only to be described: `type`, `input` and `comment`. */
export function commandModels({ inputs }: CommandSet): readonly Type<object>[] {
  return Object.entries(inputs).map(([type, input]) => modelOf(type, input));
}

function modelOf(type: string, input: Type<object>): Type<object> {
  const model = class {};
  const takesNothing = (input as unknown) === NoInput;
  ApiProperty({ type: 'string', enum: [type] })(model.prototype, 'type');
  ApiProperty({ type: () => input, required: !takesNothing })(model.prototype, 'input');
  ApiProperty({ type: 'string', minLength: 1, maxLength: COMMENT_MAX, required: false })(model.prototype, 'comment');
  ApiSchema({ name: commandSchemaName(type) })(model);
  return model;
}
