// What the exit codes of the command mean.

export const EXIT = {
  /** Everything was read. */
  fine: 0,
  /** Something could not be read; the rest was. */
  unread: 1,
  /** The command was given in a way that means nothing. */
  misuse: 2,
  /** A fault in the program. */
  fault: 3,
} as const
