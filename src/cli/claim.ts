import type { Command } from "commander";
import { checkClaim } from "../verify/check-claim.ts";
import { BadRecord, mapJsonLines, openInput, stringField } from "./json-lines.ts";
import { withRecords } from "./record-help.ts";

/** `backstory claim check`: a claim and its sources in, whether they bear it out. */
export function addClaimCommand(program: Command): void {
  const claim = program.command("claim").description("plain: work on claims");
  withRecords(claim.command("check"), {
    in: '{"claim", "sources": [text…], "id"?}',
    out: '{"id"?, "supported", "score", "reason"?, "evidence"?: {"source", "start", "end"}}',
  })
    .description("plain: say whether sources bear a claim out, and where")
    .argument("[file]", 'records {"claim", "sources": [text…]}, one a line; standard input when absent')
    .action(async (file: string | undefined) => {
      await mapJsonLines(await openInput(file), (record) => ({
        ...(record.id !== undefined && { id: record.id }),
        ...checkClaim(stringField(record, "claim"), sourcesOf(record)),
      }));
    });
}

function sourcesOf(record: Readonly<Record<string, unknown>>): string[] {
  const { sources } = record;
  if (!Array.isArray(sources) || !sources.every((source): source is string => typeof source === "string"))
    throw new BadRecord("bad-record", 'The field "sources" must be a list of texts.');
  return sources;
}
