import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** RFC 7914; one of the choices of OWASP's password storage cheat sheet: 16 MB and a fifth of a second for each try. */
const cost = { N: 16_384, r: 8, p: 5 } as const;
const hashBytes = 32;

/** What is kept of a password, in base64. */
const kept = z.object({ salt: z.string().min(1), hash: z.string().min(1) });

/** The setting under which it is kept. Without it there is no desk. */
export const passwordSetting = "editorPassword";

/** What to keep of a password: never the password. */
export async function keepPassword(password: string): Promise<z.infer<typeof kept>> {
  const salt = randomBytes(16);
  return { salt: salt.toString("base64"), hash: (await derive(password, salt)).toString("base64") };
}

/** Whether a password is the one of which `setting` was kept. Takes as long either way. */
export async function isPassword(password: string, setting: unknown): Promise<boolean> {
  const { salt, hash } = kept.parse(setting);
  const expected = Buffer.from(hash, "base64");
  const given = await derive(password, Buffer.from(salt, "base64"));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, hashBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}
