"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { OnDemand } from "@/components/ui/on-demand";
import { Section } from "@/components/ui/section";
import { profileMessages as messages } from "./profile-messages";
import { secondFactorQuery } from "./profile-queries";

/** Whether a code of an authenticator app is asked for at sign-in: to be set up, renewed and turned off. */
export function SecondFactorSection() {
  const { data, error, refetch } = useQuery(secondFactorQuery());
  return (
    <Section title={messages.second} hint={messages.secondHint}>
      <Card>
        {error && !data ? (
          <QueryFailure error={error} title={messages.failedSecond} onRetry={() => void refetch()} />
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <ShieldCheck aria-hidden className="text-ink-faint size-5 shrink-0" />
            <p className="min-w-0 flex-1 text-sm">
              <Badge tone={data?.enabledAt ? "positive" : "neutral"}>
                {data?.enabledAt ? messages.on : messages.off}
              </Badge>{" "}
              {data?.enabledAt && <span className="text-ink-muted">{messages.codesLeft(data.recoveryCodesLeft)}</span>}
            </p>
            {data &&
              (data.enabledAt ? (
                <>
                  <Step name="renew" label={messages.renew} />
                  <Step name="turnOff" label={messages.turnOff} />
                </>
              ) : (
                <Step name="setUp" label={messages.setUp} />
              ))}
          </div>
        )}
      </Card>
    </Section>
  );
}

function Step({ name, label }: { name: "setUp" | "renew" | "turnOff"; label: string }) {
  const trigger = <Button>{label}</Button>;
  return (
    <OnDemand
      popup="dialog"
      trigger={trigger}
      load={() => import("./second-factor-dialogs")}
      renderPanel={({ secondFactorDialogs }) => {
        const StepDialog = secondFactorDialogs[name];
        return <StepDialog trigger={trigger} />;
      }}
    />
  );
}
