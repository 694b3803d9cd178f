import { CommanderError } from "commander";
import { createProgram } from "./cli/program.ts";
import { exitStatus, UserError } from "./model/errors.ts";

/**
 * Runs one command line and returns its exit status: 0 when all was done, 1 when a record or the run failed, 2 for wrong usage.
 * A user's mistake is one line on standard error that says what to do; anything else is a fault of ours and keeps its trace.
 */
export async function main(args: readonly string[]): Promise<number> {
  // A reader that has seen enough (`| head`) closes the pipe: that is not an error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  try {
    const program = await createProgram(args[0]);
    await program.parseAsync([...args], { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      console.error(`backstory: ${error.message}`);
      return exitStatus[error.code];
    }
    throw error;
  }
}
