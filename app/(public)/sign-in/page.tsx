import { pageLocale, titled } from "@/app/signed-in";
import { messages } from "@/components/sign-in/messages";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { SignInPanel } from "@/components/sign-in/sign-in-panel";
import { localPath } from "@/lib/client/paths";
import { demoPeople } from "@/lib/config/demo-people";
import { environment } from "@/lib/config/environment";

export const generateMetadata = titled(() => messages.signInTitle);

type SearchParams = Promise<{ returnTo?: string; error?: string; passwordSet?: string }>;

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ returnTo, error, passwordSet }] = await Promise.all([searchParams, pageLocale()]);
  return (
    <SignInPanel title={messages.signInTitle}>
      <SignInForm
        returnTo={localPath(returnTo)}
        hasProvider={Boolean(environment.OIDC_ISSUER && environment.OIDC_CLIENT_ID)}
        demoPeople={demoPeople()}
        failure={failureOf(error)}
        notice={passwordSet === undefined ? undefined : messages.setDone}
      />
    </SignInPanel>
  );
}

/** What went wrong at the identity provider, in words; undefined when nothing did. */
function failureOf(error: string | undefined): string | undefined {
  if (error === undefined) return undefined;
  if (error === "unknown") return messages.providerUnknown;
  return error === "unverified" ? messages.providerUnverified : messages.providerFailure;
}
