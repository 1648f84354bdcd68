import { cookies } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { GET as listLocations } from "@/app/api/app/locations/route";
import { pageContext } from "@/app/signed-in";
import { NotificationBell } from "@/components/notifications/notification-bell";
import { NoLocation } from "@/components/shell/no-location";
import { Shell } from "@/components/shell/shell";
import { navigationCookie } from "@/lib/client/theme";
import type { LocationsAnswer } from "@/lib/dialects/native/session";
import { AfterHydration } from "./after-hydration";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const context = await pageContext();
  if (!context || context.actor.type !== "user") return <NoLocation />;
  const { name, username, role } = context.actor;
  // What the endpoint answers, as its own schema says.
  const { locations } = (await listLocations.call(context, {})) as LocationsAnswer;
  const isCollapsed = (await cookies()).get(navigationCookie)?.value === "collapsed";
  const { id, name: locationName } = context.location;
  const viewer = { name, username, role, location: { id, name: locationName }, locations };
  return (
    <NuqsAdapter>
      <Shell viewer={viewer} startsCollapsed={isCollapsed} bell={<NotificationBell />}>
        {children}
      </Shell>
      <AfterHydration viewer={viewer} />
    </NuqsAdapter>
  );
}
