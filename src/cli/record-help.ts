import type { Command } from "commander";

/** The fields of an article record, as the help of every plain command that reads them shows them. */
export const articleFields = '{"id", "outlet", "url"?, "title", "text", "publishedAt"?, "language"?}';

/** Adds to a plain command's help what stands on a line in and on a line out. */
export function withRecords(command: Command, fields: { readonly in: string; readonly out: string }): Command {
  return command.addHelpText(
    "after",
    `
In:   ${fields.in}
Out:  ${fields.out}

A record that cannot be handled gets {"id"?, "error": {"code", "message"}} in its place; the rest is still done.
Exit status: 0 when every record was handled, 1 when one was bad, 2 for wrong usage. docs/commands.md has every field.`,
  );
}
