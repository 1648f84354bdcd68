import { layoutMail } from "@/lib/mail/layout";
import { invitationDays } from "./model";

/** The mail that greets a new client and lets them choose a password. `sender` is the location's name. */
export function welcomeMail({ firstName, sender, link }: { firstName: string; sender: string; link: string }): {
  subject: string;
  text: string;
  html: string;
} {
  const { text, html } = layoutMail({
    greeting: `Hello ${firstName},`,
    paragraphs: [
      `Welcome to ${sender}. We have made an account for you.`,
      `Choose a password to sign in with this email address. The link works once, within ${invitationDays} days.`,
    ],
    action: { label: "Choose a password", url: link },
    sender,
  });
  return { subject: `Welcome to ${sender}`, text, html };
}
