import { titled } from "@/app/signed-in";
import { ForgotPasswordForm } from "@/components/sign-in/forgot-password-form";
import { messages } from "@/components/sign-in/messages";
import { environment } from "@/lib/config/environment";

export const generateMetadata = titled(() => messages.forgotTitle);

export default function ForgotPasswordPage() {
  return <ForgotPasswordForm keepsMail={environment.SMTP_URL === undefined} />;
}
