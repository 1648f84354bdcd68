import { z } from "zod";
import { clientAddress } from "@/lib/access/client-address";
import { paths } from "@/lib/client/paths";
import { openForm } from "@/lib/dialects/native/open-form";
import { requestLinkOrigin } from "@/lib/http/link-origin";
import { requestIdOf } from "@/lib/http/request-id";
import { requestPasswordReset } from "@/lib/users/request-password-reset";

const ForgotPassword = z.object({ identifier: z.string().trim().min(1, "Enter your username or email.").max(320) });

/** Mails a link to set a new password. Answers the same whether or not there is such an account. */
export const POST = openForm(ForgotPassword, async ({ identifier }, request) => {
  const origin = requestLinkOrigin(request);
  await requestPasswordReset({
    identifier,
    address: clientAddress(request.headers),
    linkOf: (secret) => origin + paths.setPassword(secret),
    now: new Date(),
    requestId: requestIdOf(request),
  });
});
