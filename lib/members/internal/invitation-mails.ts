import { layoutMail } from "@/lib/mail/layout";
import { invitationDays } from "@/lib/members/model";

/** Who is asked by whom to work where, and the address to go to. */
type Invitation = { name: string; inviter: string; place: string; link: string };
type Mail = { subject: string; text: string; html: string };

/** The mail to somebody new, who chooses a password first. */
export const invitationMail = ({ name, inviter, place, link }: Invitation): Mail => ({
  subject: `${inviter} invites you to ${place}`,
  ...layoutMail({
    greeting: `Hello ${name},`,
    paragraphs: [
      `${inviter} invites you to work in ${place} on Leadwright.`,
      `Choose a password, and sign in with this email address. The link works once, within ${invitationDays} days.`,
    ],
    action: { label: "Choose a password", url: link },
    sender: place,
  }),
});

/** The mail to somebody who signs in already. */
export const additionMail = ({ name, inviter, place, link }: Invitation): Mail => ({
  subject: `You work in ${place} now`,
  ...layoutMail({
    greeting: `Hello ${name},`,
    paragraphs: [`${inviter} has added you to ${place} on Leadwright. Sign in as always, and switch to it.`],
    action: { label: "Sign in", url: link },
    sender: place,
  }),
});
