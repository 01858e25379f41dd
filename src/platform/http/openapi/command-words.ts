import type { Refusal } from '../../../../workflows/kernel';
import type { DescribedCommand } from '../../runner/command-catalogue';
import { typeOf } from '../problems/problem-of';
import type { JsonObject } from './to-openapi-31';

/** What is said of a command beside its schema: for readers as a description, for programs as extensions. */
export function wordsOf({ type, label, permissions, refusals }: DescribedCommand): {
  readonly description: string;
  readonly 'x-label': DescribedCommand['label'];
  readonly 'x-refusals': readonly object[];
} & JsonObject {
  const needed = permissions.map((permission) => `\`${permission}\``).join(', ');
  return {
    description: [
      `${label.vi} – ${label.en} (\`${type}\`).`,
      ...(permissions.length > 0 ? [`Permissions, any one of: ${needed}.`] : []),
      `May be refused with: ${refusals.map(({ code }) => `\`${code}\``).join(', ')}.`,
    ].join('\n\n'),
    'x-label': label,
    ...(permissions.length > 0 ? { 'x-permissions': permissions } : {}),
    'x-refusals': refusals.map(({ code, message }) => ({ code, message })),
  };
}

/** The answer 409: which codes it may have, and one of them as an example. */
export function refusalResponse(commands: readonly DescribedCommand[]): JsonObject {
  const refusals = [...new Map(commands.flatMap((command) => command.refusals).map((it) => [it.code, it])).values()];
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Problem' }],
    properties: { code: { type: 'string', enum: refusals.map(({ code }) => code) } },
  };
  return {
    description: `The rules refuse it; \`failedGuards\` has every reason. Codes:\n\n${listOf(refusals)}`,
    content: { 'application/problem+json': { schema, examples: exampleOf(refusals[0]) } },
  };
}

function listOf(refusals: readonly Refusal[]): string {
  return refusals.map(({ code, message }) => `* \`${code}\`: ${message.vi} – ${message.en}`).join('\n');
}

function exampleOf(reason: Refusal | undefined): JsonObject {
  return reason ? { [reason.code]: { value: problemOf(reason) } } : {};
}

function problemOf(reason: Refusal): JsonObject {
  const { code, message } = reason;
  return {
    type: typeOf(code),
    title: 'Quy định không cho phép',
    status: 409,
    detail: message.vi,
    instance: '/api/v1',
    code,
    failedGuards: [reason],
  };
}
