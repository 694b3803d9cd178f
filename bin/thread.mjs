// The entry of every worker thread: runs a TypeScript source as it stands, as backstory.mjs does for the command.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.body);
