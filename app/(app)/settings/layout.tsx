import type { ReactNode } from "react";
import { pageContext } from "@/app/signed-in";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { can } from "@/lib/access/permissions";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const context = await pageContext();
  return (
    <SettingsFrame isAdministrator={context !== null && can(context.actor, "settings.write")}>{children}</SettingsFrame>
  );
}
