/** Names the command of an operation that opens something, in the description of the API. */
export const COMMAND_EXTENSION = 'x-command';
