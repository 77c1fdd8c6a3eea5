/** A command cannot do what it was asked to; the message is a full sentence that says what to do. Exit code 1. */
export class CommandFailure extends Error {}
