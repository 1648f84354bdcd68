import { z } from "zod";
import { clientAddress } from "@/lib/access/client-address";
import { Unavailable } from "@/lib/access/errors";
import { paths } from "@/lib/client/paths";
import { environment } from "@/lib/config/environment";
import { openForm } from "@/lib/dialects/native/open-form";
import { requestIdOf } from "@/lib/http/request-id";
import { requestPasswordReset } from "@/lib/users/request-password-reset";
import { linkOrigin } from "@/lib/users/reset-link";

const ForgotPassword = z.object({ identifier: z.string().trim().min(1, "Enter your username or email.").max(320) });

/** Mails a link to set a new password. Answers the same whether or not there is such an account. */
export const POST = openForm(ForgotPassword, async ({ identifier }, request) => {
  const settings = { appUrl: environment.APP_URL, sendsMail: Boolean(environment.SMTP_URL) };
  const protocol = request.headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  const origin = linkOrigin(settings, request.headers.get("host"), protocol);
  if (!origin)
    throw new Unavailable("Links can not be mailed from here: whoever runs this installation has to set APP_URL.");
  await requestPasswordReset({
    identifier,
    address: clientAddress(request.headers),
    linkOf: (secret) => origin + paths.setPassword(secret),
    now: new Date(),
    requestId: requestIdOf(request),
  });
});
