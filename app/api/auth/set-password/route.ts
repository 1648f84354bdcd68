import { z } from "zod";
import { openForm } from "@/lib/dialects/native/open-form";
import { shortestPassword } from "@/lib/users/model";
import { resetPassword } from "@/lib/users/reset-password";

const SetPassword = z.object({
  token: z.string().min(1).max(200),
  password: z
    .string()
    .min(shortestPassword, `Use at least ${shortestPassword} characters.`)
    .max(1000, "Use at most 1000 characters."),
});

/** Sets a new password with a mailed link. */
export const POST = openForm(SetPassword, ({ token, password }) =>
  resetPassword({ secret: token, password, now: new Date() }),
);
