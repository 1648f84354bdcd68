/** One thing wrong with an input: where (a path of field names), which rule, and what to do. */
export type Issue = {
  path: (string | number)[];
  /** The rule that was broken, for dialects that have their own sentence for it. */
  rule: string;
  message: string;
};

/** What went wrong, for programs. Closed: every dialect answers for each of the eight. */
export type ErrorCode =
  | "not_found"
  | "invalid"
  | "conflict"
  | "forbidden"
  | "unauthenticated"
  | "limit"
  | "precondition"
  | "unavailable";

/** An error the caller can do something about. `message` says what; `rule` names the rule that refused. */
export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode;
  readonly rule: string;

  constructor(rule: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.rule = rule;
    this.name = new.target.name;
  }
}

/** The record is not there, or the caller may not know that it is. */
export class NotFound extends DomainError {
  readonly code = "not_found";
  /** What was looked for, such as `lead`. */
  readonly subject: string;

  constructor(subject: string, message = `This ${subject} does not exist.`, rule = `${subject}_not_found`) {
    super(rule, message);
    this.subject = subject;
  }
}

/** The input breaks a rule. Carries every issue found, in the words of the domain (or of the wire, before decoding). */
export class Invalid extends DomainError {
  readonly code = "invalid";
  readonly issues: Issue[];

  constructor(issues: Issue[]) {
    super(issues[0]?.rule ?? "invalid", issues[0]?.message ?? "The input is not valid.");
    this.issues = issues;
  }

  /** An input with one field that breaks one rule. */
  static field(field: string, rule: string, message: string): Invalid {
    return new Invalid([{ path: [field], rule, message }]);
  }
}

type UnreadableReason = "malformed" | "too_large" | "media_type" | "method";

/** The request can not be read at all: its form, its size, its type or its method is wrong. */
export class Unreadable extends DomainError {
  readonly code = "invalid";
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, message: string, options?: ErrorOptions) {
    super(reason, message, options);
    this.reason = reason;
  }
}

/** It clashes with what is there: taken, booked, already done. */
export class Conflict extends DomainError {
  readonly code = "conflict";
}

/** A field that is not what the caller took it for. */
export type Clash = {
  /** The domain's name of the field. */
  field: string;
  /** What the caller wants it to be. */
  wanted: unknown;
  /** What it is. */
  present: unknown;
  /** Who made it so and when (ISO 8601), where that is known. */
  by?: string;
  at?: string;
};

/** Fields were changed by somebody else since the caller looked, and nobody can tell which value is meant. */
export class ChangedSince extends Conflict {
  readonly clashes: Clash[];

  constructor(message: string, clashes: Clash[]) {
    super("changed_since", message);
    this.clashes = clashes;
  }
}

/** The caller is known but may not do this. */
export class Forbidden extends DomainError {
  readonly code = "forbidden";
}

/** Nobody we know: credentials are missing, wrong, expired or revoked. */
export class Unauthenticated extends DomainError {
  readonly code = "unauthenticated";
  constructor(message = "Sign in, or send a valid key.") {
    super("unauthenticated", message);
  }
}

/** Too many requests; try again after so many seconds. */
export class LimitReached extends DomainError {
  readonly code = "limit";
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super("limit", `Too many requests. Try again in ${retryAfterSeconds} s.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The record is not in the state this needs, or was changed by somebody else meanwhile. */
export class Precondition extends DomainError {
  readonly code = "precondition";
}

/** Something we need is not there right now; trying again later may help. */
export class Unavailable extends DomainError {
  readonly code = "unavailable";
  constructor(message = "The service is not available right now. Try again in a moment.", options?: ErrorOptions) {
    super("unavailable", message, options);
  }
}

/** A defect of ours: the caller learns the request id, the log the rest. Dialects know it by its rule, `internal`. */
export class InternalFailure extends DomainError {
  readonly code = "unavailable";
  constructor() {
    super("internal", "Something went wrong on our side. Try again, and report the request id if it stays.");
  }
}
