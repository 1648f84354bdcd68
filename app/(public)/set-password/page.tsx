import { titled } from "@/app/signed-in";
import { messages } from "@/components/sign-in/messages";
import { SetPasswordForm } from "@/components/sign-in/set-password-form";

// The link's secret is in the address: no other page is told where the visitor came from.
export const generateMetadata = titled(() => messages.setTitle, { referrer: "no-referrer" });

type SearchParams = Promise<{ token?: string; invited?: string }>;

export default async function SetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const { token = "", invited } = await searchParams;
  return <SetPasswordForm token={token} isInvited={invited !== undefined} />;
}
