"use client";

import { useQuery } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import { MembersTable } from "./members-table";
import { messages } from "./messages";
import { membersQuery } from "./queries";
import { TeamDialog } from "./team-dialog";
import { TeamsTable } from "./teams-table";

/** Who works in the location, and the teams they are in. */
export function MembersScreen({ viewerId }: { viewerId: string }) {
  const { data, error, refetch } = useQuery(membersQuery());
  if (error && !data) return <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} />;
  if (!data) return <LoadingLines />;
  return (
    <>
      <Section title={messages.title} hint={messages.hint}>
        <Card flush className="@container overflow-x-auto">
          <MembersTable answer={data} viewerId={viewerId} />
        </Card>
        <p className="text-ink-muted mt-2 text-sm">
          {messages.addPeople} <code className="font-mono text-xs">{messages.addPeopleBy}</code>
        </p>
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
