/** A mail as it goes out. */
export type OutgoingMail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** With its angle brackets. */
  messageId: string;
};

/** A way for mail to leave. */
export type MailDriver = {
  /**
   * Hands one mail over; done when the receiving side has taken it on.
   * @throws MailRefused when trying again is no use; any other error may pass.
   */
  send: (mail: OutgoingMail) => Promise<void>;
  /** Closes connections that are kept open. */
  close: () => void;
};

/** The mail server will never take this mail: there is no such mailbox, or it does not want its content. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}
