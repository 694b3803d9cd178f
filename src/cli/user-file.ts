import { UserError } from "../model/errors.ts";

/** Does what writes to a place the user named. @throws UserError("usage") where the system does not let it, whatever `write` says of it */
export async function writingTo<T>(place: string, write: () => T | Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!/^(?:ENOENT|ENOTDIR|EACCES|EPERM|EROFS|EISDIR|EEXIST)$/.test(code ?? "")) throw error;
    throw new UserError(
      "usage",
      `${place} cannot be written (${code}); name a place in a folder that is there and yours.`,
      { cause: error },
    );
  }
}
