import type { Metadata } from "next";
import { ForgotPasswordForm } from "@/components/sign-in/forgot-password-form";
import { messages } from "@/components/sign-in/messages";
import { environment } from "@/lib/config/environment";

export const metadata: Metadata = { title: messages.forgotTitle };

export default function ForgotPasswordPage() {
  return <ForgotPasswordForm keepsMail={environment.SMTP_URL === undefined} />;
}
