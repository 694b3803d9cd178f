import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { openMailer } from "../../src/mail/open-mailer.ts";
import type { MailOutcome } from "../../src/model/mail.ts";
import { refusal, startMailServer } from "./mail-server.ts";

const message = {
  to: "ada@corvale.example",
  subject: "The Strait: the edition of 24 November",
  text: "A ferry ran aground.\n",
  html: "<p>A ferry ran aground.</p>",
  leaveUrl: "https://news.example/mail/leave?id=1&key=2",
};
const from = "The Strait <news@example.org>";

async function send(
  options: Parameters<typeof startMailServer>[0] = {},
  sign: { readonly user?: string; readonly password?: string } = {},
) {
  const server = await startMailServer(options);
  const mailer = openMailer({ url: server.url, from, ...sign });
  onTestFinished(async () => {
    mailer.close();
    await server.close();
  });
  return { outcome: await mailer.send(message), server, mailer };
}

describe("a mail", () => {
  it("goes out as text and as HTML, from the sender, to one address, with the way to leave in its head", async () => {
    const { outcome, server } = await send();
    expect(outcome).toEqual({ kind: "sent" });
    const [mail] = server.received;
    expect(mail?.to).toEqual(["ada@corvale.example"]);
    expect(mail?.message).toContain("From: The Strait <news@example.org>");
    expect(mail?.message).toContain("Subject: The Strait: the edition of 24 November");
    expect(mail?.message).toContain("List-Unsubscribe: <https://news.example/mail/leave?id=1&key=2>");
    expect(mail?.message).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(mail?.message).toContain("Content-Type: text/plain; charset=utf-8");
    expect(mail?.message).toContain("Content-Type: text/html; charset=utf-8");
  });

  it.each<[string, Parameters<typeof startMailServer>[0], Partial<MailOutcome>]>([
    [
      "to an address there is none of",
      { onRcptTo: (_, __, done) => done(refusal(550, "No such user")) },
      { kind: "failed", reason: "no-such-address" },
    ],
    [
      "that the server takes none of now",
      { onRcptTo: (_, __, done) => done(refusal(451, "Try again later")) },
      { kind: "failed", reason: "later" },
    ],
    [
      "whose sender it objects to",
      { onMailFrom: (_, __, done) => done(refusal(554, "We do not like you")) },
      { kind: "failed", reason: "refused" },
    ],
  ])("%s has that outcome, in the server's words", async (_, options, outcome) => {
    const sent = await send(options);
    expect(sent.outcome).toEqual({ ...outcome, detail: expect.any(String) });
    expect(sent.server.received).toEqual([]);
  });

  it("is not sent where the password is wrong", async () => {
    const options: Parameters<typeof startMailServer>[0] = {
      authOptional: false,
      onAuth: ({ password }, __, done) =>
        password === "right" ? done(null, { user: "news" }) : done(refusal(535, "No")),
    };
    expect((await send(options, { user: "news", password: "wrong" })).outcome).toMatchObject({
      reason: "refused-sign-in",
    });
    expect((await send(options, { user: "news", password: "right" })).outcome).toEqual({ kind: "sent" });
  });

  it("is not sent where nothing answers", async () => {
    const mailer = openMailer({ url: "smtp://127.0.0.1:1", from });
    onTestFinished(() => mailer.close());
    expect(await mailer.send(message)).toMatchObject({ kind: "failed", reason: "no-answer" });
    expect(await mailer.check()).toMatchObject({ kind: "failed", reason: "no-answer" });
  });

  it("is given up where a server drops the line", async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as { port: number };
    const mailer = openMailer({ url: `smtp://127.0.0.1:${port}`, from });
    onTestFinished(() => {
      mailer.close();
      server.close();
    });
    expect(await mailer.send(message)).toMatchObject({ kind: "failed", reason: "no-answer" });
  });

  it("reads no file and no address that stands in it", async () => {
    const { server, mailer } = await send();
    await mailer.send({ ...message, text: "{path: '/etc/passwd'} file:///etc/passwd" });
    expect(server.received[1]?.message).toContain("file:///etc/passwd");
    expect(server.received[1]?.message).not.toContain("root:");
  });

  it("with an address made to look like several goes to none", async () => {
    const { server, mailer } = await send();
    const outcome = await mailer.send({ ...message, to: "a@corvale.example, b@corvale.example" });
    expect(outcome.kind).toBe("failed");
    expect(server.received).toHaveLength(1);
  });
});
