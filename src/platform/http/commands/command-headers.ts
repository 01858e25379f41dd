/** Headers of the answer to an accepted command. */
export const COMMAND_HEADERS = {
  ETag: { description: 'The version now.', schema: { type: 'string', example: '"4"' } },
  'Idempotent-Replayed': {
    description: '`true` when this answer was given before to the same Idempotency-Key.',
    schema: { type: 'string', enum: ['true'] },
  },
};
