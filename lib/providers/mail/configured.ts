import { environment } from "@/lib/config/environment";
import type { MailDriver } from "./driver";
import { smtpDriver } from "./smtp";

/** The way for mail that the settings name; null when they name none: mail is then kept to be read in the app. */
export function mailDriver(): MailDriver | null {
  return environment.SMTP_URL ? smtpDriver(environment.SMTP_URL, environment.MAIL_FROM) : null;
}
