"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { profileMessages as messages } from "./profile-messages";
import { profileQuery } from "./profile-queries";

/** Changes the password; a mailed link does for who does not know it, or has none. */
export function PasswordSection() {
  const { data } = useQuery(profileQuery());
  const hasPassword = data?.hasPassword ?? true;
  const trigger = <Button>{messages.changePassword}</Button>;
  return (
    <Section title={messages.password} hint={hasPassword ? messages.passwordHint : messages.noPassword}>
      <div className="flex flex-wrap items-center gap-2">
        {hasPassword && (
          <OnDemand
            popup="dialog"
            trigger={trigger}
            load={() => import("./password-dialog")}
            renderPanel={({ PasswordDialog }) => <PasswordDialog trigger={trigger} />}
          />
        )}
        <Link href={paths.forgotPassword()} className={buttonClass({ variant: "quiet" })}>
          {messages.forgot}
        </Link>
      </div>
    </Section>
  );
}
