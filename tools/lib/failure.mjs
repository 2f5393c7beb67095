/** A failure to tell a person in its own words, without a stack trace. */
export class Failure extends Error {}
