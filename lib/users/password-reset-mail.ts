import { layoutMail } from "@/lib/mail/layout";
import { resetMinutes } from "./model";

/** The mail with the link to set a new password. */
export function passwordResetMail({ name, link }: { name: string; link: string }): {
  subject: string;
  text: string;
  html: string;
} {
  const subject = "Set a new password";
  const { text, html } = layoutMail({
    greeting: `Hello ${name},`,
    paragraphs: [
      "Somebody, most likely you, asked to set a new password for your Leadwright account.",
      `Choose it within ${resetMinutes} minutes. The link works once.`,
      "If it was not you, do nothing: your password stays as it is.",
    ],
    action: { label: subject, url: link },
    sender: "Leadwright",
  });
  return { subject, text, html };
}
