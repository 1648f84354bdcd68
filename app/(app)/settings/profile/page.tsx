import { HydrationBoundary } from "@tanstack/react-query";
import { GET as listPreferences } from "@/app/api/app/notifications/preferences/route";
import { GET as getProfile } from "@/app/api/app/profile/route";
import { GET as getSecondFactor } from "@/app/api/app/profile/second-factor/route";
import { GET as listSessions } from "@/app/api/app/sessions/route";
import { pageContext, titled } from "@/app/signed-in";
import { NotificationPreferences } from "@/components/notifications/preferences-section";
import { preferencesQuery } from "@/components/notifications/queries";
import { messages } from "@/components/settings/messages";
import { profileQuery, secondFactorQuery } from "@/components/settings/profile-queries";
import { ProfileScreen } from "@/components/settings/profile-screen";
import { sessionsQuery } from "@/components/settings/queries";
import { languages } from "@/languages";
import { serverCache } from "@/lib/client/server-cache";
import { usualLanguage } from "@/lib/kit/language";

export const generateMetadata = titled(() => messages.profile);

export default async function ProfilePage() {
  const context = await pageContext();
  if (!context) return null;
  const state = await serverCache([
    { queryKey: sessionsQuery().queryKey, load: () => listSessions.call(context, {}) },
    { queryKey: profileQuery().queryKey, load: () => getProfile.call(context, {}) },
    { queryKey: secondFactorQuery().queryKey, load: () => getSecondFactor.call(context, {}) },
    { queryKey: preferencesQuery().queryKey, load: () => listPreferences.call(context, {}) },
  ]);
  return (
    <HydrationBoundary state={state}>
      <ProfileScreen languages={[usualLanguage, ...Object.keys(languages)]}>
        <NotificationPreferences />
      </ProfileScreen>
    </HydrationBoundary>
  );
}
