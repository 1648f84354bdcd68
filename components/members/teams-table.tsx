"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel, DialogClose } from "@/components/ui/dialog";
import { Cell, Table } from "@/components/ui/table";
import type { MembersAnswer, TeamAnswer } from "@/lib/dialects/native/members";
import { messages } from "./messages";
import { useRemoveTeam } from "./mutations";
import { TeamDialog } from "./team-dialog";

/** The teams, with how many are in each. */
export const TeamsTable = ({ answer: { members, teams } }: { answer: MembersAnswer }) => (
  <Table>
    <tbody className="[&>tr:last-child>td]:border-b-0">
      {teams.map((team) => (
        <tr key={team.id} tabIndex={-1} data-list-item>
          <Cell className="py-2">
            <span className="block font-medium">{team.name}</span>
            <span className="text-ink-faint figures text-xs">
              {messages.people(members.filter(({ teamId }) => teamId === team.id).length)}
            </span>
          </Cell>
          <Cell className="text-right whitespace-nowrap">
            <TeamDialog team={team} /> <RemoveTeam team={team} />
          </Cell>
        </tr>
      ))}
    </tbody>
  </Table>
);

function RemoveTeam({ team }: { team: TeamAnswer }) {
  const remove = useRemoveTeam();
  return (
    <Dialog
      title={messages.removeTeamTitle(team.name)}
      description={messages.removeTeamHint}
      trigger={
        <Button size="small" aria-label={messages.removeTeamLabel(team.name)}>
          {messages.removeTeam}
        </Button>
      }
    >
      <DialogActions>
        <DialogCancel />
        <DialogClose>
          <Button variant="danger" onClick={() => remove.mutate(team)}>
            {messages.removeTeam}
          </Button>
        </DialogClose>
      </DialogActions>
    </Dialog>
  );
}
