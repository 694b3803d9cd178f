import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { UserError } from "../model/errors.ts";
import { keepPassword, passwordSetting } from "../serve/desk/password.ts";
import { endEditorSessions } from "../store/editor-sessions.ts";
import { openStore } from "../store/open-store.ts";
import { setSetting } from "../store/settings.ts";
import { type EditionOptions, editionConfig, withEdition } from "./edition-options.ts";

const leastLength = 10;

/** `backstory editor password`: the password of the editor's desk. Only its scrypt hash is kept. */
export function addEditorCommand(program: Command): void {
  const editor = program.command("editor").description("the editor's desk");
  withEdition(editor.command("password").description("set the desk's password; it is read from standard input")).action(
    async (options: EditionOptions) => {
      const password = await readPassword();
      if (password.length < leastLength)
        throw new UserError(
          "usage",
          `The password has ${password.length} characters; it needs at least ${leastLength}.`,
        );
      const { dataDir, databaseUrl } = editionConfig(options).store;
      const store = await openStore({ dataDir, ...(databaseUrl !== undefined && { databaseUrl }) });
      try {
        await setSetting(store.db, passwordSetting, await keepPassword(password));
        await endEditorSessions(store.db);
      } finally {
        await store.close();
      }
      console.log(
        "The password is set; whoever was signed in is so no more. The desk is at /desk of the running site.",
      );
    },
  );
}

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("New password (it is shown while you type): ");
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line.trim();
  }
  return "";
}
