"use client";

import { Ellipsis, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { OnDemand } from "@/components/ui/on-demand";
import { Select, type SelectOption } from "@/components/ui/select";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import type { MembersAnswer, UpdateMemberBody } from "@/lib/dialects/native/members";
import { sayDay } from "@/lib/kit/moment";
import { messages } from "./messages";
import { useUpdateMember } from "./mutations";
import { optionsOf, teamOptionsOf } from "./options";

type Member = MembersAnswer["members"][number];

/** The members, with what each may do and see. A choice holds at once. */
export function MembersTable({ answer, viewerId }: { answer: MembersAnswer; viewerId: string }) {
  const { members, teams } = answer;
  const teamOptions = teamOptionsOf(teams);
  return (
    <Table className="table-fixed @max-3xl:block">
      <thead className="@max-3xl:sr-only">
        <tr>
          <HeadCell>{messages.name}</HeadCell>
          <HeadCell className="w-42">{messages.role}</HeadCell>
          <HeadCell className="w-42">{messages.sees}</HeadCell>
          <HeadCell className="w-42">{messages.team}</HeadCell>
          <HeadCell className="w-14">
            <span className="sr-only">{messages.actions}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody className="@max-3xl:block [&>tr:last-child>td]:border-b-0">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            teamOptions={teamOptions}
            isViewer={member.userId === viewerId}
            state={stateOf(member, answer)}
          />
        ))}
      </tbody>
    </Table>
  );
}

/** What is to be said of somebody who does not come and go as the others do; null of the others. */
function stateOf({ invitedUntil, deactivatedAt }: Member, { asOf, timeZone }: MembersAnswer): ReactNode {
  if (deactivatedAt) return <Badge>{messages.deactivated}</Badge>;
  if (!invitedUntil) return null;
  const [until, now] = [new Date(invitedUntil), new Date(asOf)];
  return (
    <>
      <Badge tone="accent">{messages.invited}</Badge>{" "}
      {until > now ? messages.invitedUntil(sayDay(until, now, timeZone)) : messages.invitationOver}
    </>
  );
}

type MemberRowProps = { member: Member; teamOptions: SelectOption<string>[]; isViewer: boolean; state: ReactNode };

function MemberRow({ member, teamOptions, isViewer, state }: MemberRowProps) {
  const update = useUpdateMember();
  const { userId, name, role, visibility, teamId } = member;
  const change = (changes: UpdateMemberBody) => update.mutate({ userId, name, changes });
  const cell =
    "py-2 @max-3xl:flex @max-3xl:h-auto @max-3xl:items-center @max-3xl:border-b-0 @max-3xl:px-4 @max-3xl:py-1";
  return (
    <tr
      tabIndex={-1}
      data-list-item
      className="@max-3xl:border-line relative @max-3xl:flex @max-3xl:flex-col @max-3xl:border-b @max-3xl:py-2"
    >
      <Cell className={cell}>
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={name} size="large" />
          <span className="min-w-0">
            <span className="block truncate font-medium">
              {name}
              {isViewer && <span className="text-ink-faint font-normal"> ({messages.you})</span>}
            </span>
            <span className="text-ink-muted block truncate text-xs">
              {member.username} · {member.email}
            </span>
            {state && <span className="text-ink-muted mt-1 block text-xs">{state}</span>}
            {member.hasSecondFactor && (
              <span className="text-ink-muted mt-0.5 flex items-center gap-1.5 text-xs">
                <ShieldCheck aria-hidden className="size-3.5" />
                {messages.secondFactor}
              </span>
            )}
          </span>
        </span>
      </Cell>
      <Cell className={cell}>
        <NarrowLabel>{messages.role}</NarrowLabel>
        <Select
          label={messages.roleOf(name)}
          value={role}
          options={optionsOf(messages.roles)}
          onChange={(value) => change({ role: value })}
          className="w-36"
        />
      </Cell>
      <Cell className={cell}>
        <NarrowLabel>{messages.sees}</NarrowLabel>
        <Select
          label={messages.visibilityOf(name)}
          value={visibility}
          options={optionsOf(messages.visibilities)}
          onChange={(value) => change({ visibility: value })}
          className="w-36"
        />
      </Cell>
      <Cell className={cell}>
        <NarrowLabel>{messages.team}</NarrowLabel>
        <Select
          label={messages.teamOf(name)}
          value={teamId ?? ""}
          options={teamOptions}
          onChange={(value) => change({ teamId: value || null })}
          className="w-36"
        />
      </Cell>
      <Cell className={classes(cell, "text-right @max-3xl:absolute @max-3xl:right-0")}>
        {!isViewer && <MemberActions member={member} />}
      </Cell>
    </tr>
  );
}

/** What a choice is about, where no column has its name. */
const NarrowLabel = ({ children }: { children: string }) => (
  <span aria-hidden className="text-ink-muted flex-1 text-sm @3xl:hidden">
    {children}
  </span>
);

/** What can be done about somebody besides what the row shows. */
function MemberActions({ member }: { member: Member }) {
  const trigger = (
    <Button variant="quiet" size="small" iconOnly aria-label={messages.actionsOf(member.name)}>
      <Ellipsis aria-hidden />
    </Button>
  );
  return (
    <OnDemand
      popup="menu"
      trigger={trigger}
      load={() => import("./member-menu")}
      renderPanel={({ MemberMenu }) => <MemberMenu member={member} trigger={trigger} />}
    />
  );
}
