import { escapeHtml } from "@/lib/kit/text";
import { resetMinutes } from "./model";

/** The mail with the link to set a new password. */
export function passwordResetMail({ name, link }: { name: string; link: string }): {
  subject: string;
  text: string;
  html: string;
} {
  const greeting = `Hello ${name},`;
  const what = "Somebody, most likely you, asked to set a new password for your Leadwright account.";
  const how = `Open this link within ${resetMinutes} minutes to choose one. It works once.`;
  const otherwise = "If it was not you, do nothing: your password stays as it is.";
  return {
    subject: "Set a new password",
    text: `${greeting}\n\n${what}\n${how}\n\n${link}\n\n${otherwise}\n`,
    html: `<p>${escapeHtml(greeting)}</p><p>${what} ${how}</p><p><a href="${escapeHtml(link)}">Set a new password</a></p><p>${otherwise}</p>`,
  };
}
