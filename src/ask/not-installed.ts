/** Whether a library could not be loaded because it is not there: Node says so with a code, a bundler that knows of an optional peer in words. */
export function isNotInstalled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "ERR_MODULE_NOT_FOUND") || error.message.startsWith("Could not resolve ");
}
