"use client";

import { useQuery } from "@tanstack/react-query";
import { UserRoundPlus, UsersRound } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { OnDemand } from "@/components/ui/on-demand";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import type { MembersAnswer } from "@/lib/dialects/native/members";
import { MembersTable } from "./members-table";
import { messages } from "./messages";
import { membersQuery } from "./queries";
import { TeamDialog } from "./team-dialog";
import { TeamsTable } from "./teams-table";

/** Who works in the location, and the teams they are in. */
export function MembersScreen({ viewerId, keepsMail }: { viewerId: string; keepsMail: boolean }) {
  const { data, error, refetch } = useQuery(membersQuery());
  if (error && !data) return <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} />;
  if (!data) return <LoadingLines />;
  return (
    <>
      <Section title={messages.title} hint={messages.hint} action={<Invite teams={data.teams} keepsMail={keepsMail} />}>
        <Card flush className="@container overflow-x-auto">
          <MembersTable answer={data} viewerId={viewerId} />
        </Card>
      </Section>
      <Section title={messages.teams} hint={messages.teamsHint} action={<TeamDialog />}>
        <Card flush className="overflow-x-auto">
          {data.teams.length === 0 ? (
            <StateMessage icon={<UsersRound />} title={messages.noTeamsTitle}>
              {messages.noTeamsHint}
            </StateMessage>
          ) : (
            <TeamsTable answer={data} />
          )}
        </Card>
      </Section>
    </>
  );
}

function Invite({ teams, keepsMail }: Pick<MembersAnswer, "teams"> & { keepsMail: boolean }) {
  const trigger = (
    <Button variant="primary">
      <UserRoundPlus aria-hidden />
      {messages.invite}
    </Button>
  );
  return (
    <OnDemand
      popup="dialog"
      trigger={trigger}
      load={() => import("./invite-dialog")}
      renderPanel={({ InviteDialog }) => <InviteDialog teams={teams} keepsMail={keepsMail} trigger={trigger} />}
    />
  );
}
