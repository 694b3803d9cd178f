/** The ways a user's request can go wrong. Each has one exit status and one HTTP status. */
export type UserErrorCode =
  | "usage"
  | "config"
  | "store-locked"
  | "store-damaged"
  | "port-taken"
  | "disk-full"
  | "not-found"
  | "unreadable"
  | "refused"
  | "unavailable";

/** A mistake or a circumstance the user can mend. The message is one line and says what to do. */
export class UserError extends Error {
  readonly code: UserErrorCode;
  constructor(code: UserErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UserError";
    this.code = code;
  }
}

export const exitStatus: Readonly<Record<UserErrorCode, number>> = {
  usage: 2,
  config: 2,
  "store-locked": 1,
  "store-damaged": 1,
  "port-taken": 1,
  "disk-full": 1,
  "not-found": 1,
  unreadable: 1,
  refused: 1,
  unavailable: 1,
};

export const httpStatus: Readonly<Record<UserErrorCode, 400 | 403 | 404 | 500 | 503>> = {
  usage: 400,
  config: 500,
  "store-locked": 503,
  "store-damaged": 503,
  "port-taken": 500,
  "disk-full": 503,
  "not-found": 404,
  unreadable: 400,
  refused: 403,
  unavailable: 503,
};
