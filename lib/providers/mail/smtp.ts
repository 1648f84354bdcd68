import { createTransport } from "nodemailer";
import { z } from "zod";
import { type MailDriver, MailRefused } from "./driver";

const connectMilliseconds = 10_000;
/** How long the server may say nothing. Some take their time over the content. */
const silenceMilliseconds = 60_000;

/**
 * Mail through an SMTP server. `url` is as nodemailer takes it: `smtp://user:password@host:587`,
 * `smtps://` for TLS from the first byte, with options such as `?pool=true`. `from` is an address with
 * or without a name.
 */
export function smtpDriver(url: string, from: string): MailDriver {
  const transport = createTransport({
    url,
    connectionTimeout: connectMilliseconds,
    greetingTimeout: connectMilliseconds,
    socketTimeout: silenceMilliseconds,
    // What a mail says can not make the server read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, html, messageId }) => {
      try {
        // Answering machines do not answer what a machine wrote.
        const headers = { "Auto-Submitted": "auto-generated" };
        await transport.sendMail({ from, to, subject, text, html, messageId, headers });
      } catch (error) {
        throw isRefusal(error) ? new MailRefused(messageOf(error), { cause: error }) : error;
      }
    },
    close: () => transport.close(),
  };
}

const SmtpError = z.object({
  /** The command that was refused; `API` when it was not even sent. */
  command: z.string().optional(),
  responseCode: z.number().optional(),
});

/**
 * Whether the server said no to this recipient or this content for good, or the address is none. A "no"
 * to our login or our own address is about the settings, which somebody may mend: the mail waits for that.
 */
function isRefusal(error: unknown): boolean {
  const parsed = SmtpError.safeParse(error);
  if (!parsed.success) return false;
  const { command, responseCode } = parsed.data;
  if (responseCode === undefined) return command === "API" && !/sender/i.test(messageOf(error));
  return (command === "RCPT TO" || command === "DATA") && responseCode >= 500;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
