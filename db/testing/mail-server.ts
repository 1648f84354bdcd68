import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

/** How the server answers: it takes a mail when this is done, and refuses it with the error it throws. */
type Answers = {
  /** To a recipient's address. */
  recipient?: (address: string) => void;
  /** To a whole mail, which is in `mails` only when it was taken. */
  content?: (mail: Email) => Promise<void> | void;
};

export type MailServer = {
  /** For SMTP_URL. */
  url: string;
  /** What was taken, in order. */
  mails: Email[];
  /** From now on. */
  answers: Answers;
  close: () => Promise<void>;
};

/** A mail server's refusal: 4xx for "try again", 5xx for "never". */
export const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** A real SMTP server of the test's own, on a port of its own. */
export async function aMailServer(): Promise<MailServer> {
  const held: Pick<MailServer, "mails" | "answers"> = { mails: [], answers: {} };
  const take = async (stream: SMTPServerDataStream) => {
    const mail = await PostalMime.parse(await buffer(stream));
    await held.answers.content?.(mail);
    held.mails.push(mail);
  };
  const answer = async (taken: Promise<void>, done: (error?: Error) => void) => {
    try {
      await taken;
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      try {
        held.answers.recipient?.(address);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
    onData: (stream, _session, done) => void answer(take(stream), done),
  });
  // A client that dies in the middle is what some tests are about.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.");
  return Object.assign(held, {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  });
}
