/** The form of a command that takes nothing. Any field at all is refused. */
export class NoInput {}
