import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readTarGz } from "./tar-archive.ts";

/** A claim with its sources and whether people found it borne out. Claims of one `document` are never split between training and test. */
export interface LabelledClaim {
  readonly claim: string;
  readonly sources: readonly string[];
  readonly supported: boolean;
  readonly document: string;
}

/** The names of the public sets of labelled claims. */
export type ClaimSetName = "qags-cnndm" | "qags-xsum" | "summedits" | "wice";

/**
 * The public sets under DATA/grounding, those that are absent left out. QAGS (Wang et al. 2020): borne out where most of three readers say
 * so. SummEdits (Laban et al. 2023): consistent. WiCE (Kamoi et al. 2023): supported, against partially and not.
 */
export function readClaimSets(dataDir: string): Map<ClaimSetName, LabelledClaim[]> {
  const folder = join(dataDir, "grounding");
  const sets = new Map<ClaimSetName, LabelledClaim[]>();
  const add = (name: ClaimSetName, file: string, read: (path: string) => LabelledClaim[]) => {
    const path = join(folder, file);
    if (existsSync(path)) sets.set(name, read(path));
  };
  add("qags-cnndm", "qags/mturk_cnndm.jsonl", readQags);
  add("qags-xsum", "qags/mturk_xsum.jsonl", readQags);
  add("summedits", "summedits.tar.gz", readSummEdits);
  add("wice", "wice/claim_dev.jsonl", readWice);
  return sets;
}

function readQags(path: string): LabelledClaim[] {
  interface Line {
    readonly article: string;
    readonly summary_sentences: readonly {
      readonly sentence: string;
      readonly responses: readonly { readonly response: string }[];
    }[];
  }
  return jsonLines<Line>(path).flatMap(({ article, summary_sentences }, index) =>
    summary_sentences.map(({ sentence, responses }) => ({
      claim: sentence,
      sources: [article],
      supported: responses.filter(({ response }) => response === "yes").length * 2 > responses.length,
      document: String(index),
    })),
  );
}

function readSummEdits(path: string): LabelledClaim[] {
  interface Entry {
    readonly doc: string;
    readonly summary: string;
    readonly label: 0 | 1;
  }
  return readTarGz(path)
    .filter(({ path: name }) => name.endsWith(".json"))
    .flatMap(({ bytes }) => JSON.parse(Buffer.from(bytes).toString("utf8")) as Entry[])
    .map(({ doc, summary, label }) => ({ claim: summary, sources: [doc], supported: label === 1, document: doc }));
}

function readWice(path: string): LabelledClaim[] {
  interface Line {
    readonly claim: string;
    readonly evidence: readonly string[];
    readonly label: string;
  }
  return jsonLines<Line>(path).map(({ claim, evidence, label }) => ({
    claim,
    sources: [evidence.join("\n")],
    supported: label === "supported",
    document: evidence.join("\n"),
  }));
}

function jsonLines<Line>(path: string): Line[] {
  return readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}
