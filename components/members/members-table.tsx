"use client";

import { ShieldCheck } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { OnDemand } from "@/components/ui/on-demand";
import { Select, type SelectOption } from "@/components/ui/select";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import type { MembersAnswer, UpdateMemberBody } from "@/lib/dialects/native/members";
import { messages } from "./messages";
import { useUpdateMember } from "./mutations";

type Member = MembersAnswer["members"][number];
const noTeam = "";

/** The members, with what each may do and see. A choice holds at once. */
export function MembersTable({ answer: { members, teams }, viewerId }: { answer: MembersAnswer; viewerId: string }) {
  const teamOptions = [
    { value: noTeam, label: messages.noTeam },
    ...teams.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Table>
      <thead className="@max-3xl:sr-only">
        <tr>
          <HeadCell>{messages.name}</HeadCell>
          <HeadCell>{messages.role}</HeadCell>
          <HeadCell>{messages.sees}</HeadCell>
          <HeadCell>{messages.team}</HeadCell>
        </tr>
      </thead>
      <tbody className="[&>tr:last-child>td]:border-b-0">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            teamOptions={teamOptions}
            isViewer={member.userId === viewerId}
          />
        ))}
      </tbody>
    </Table>
  );
}

type MemberRowProps = { member: Member; teamOptions: SelectOption<string>[]; isViewer: boolean };

function MemberRow({ member, teamOptions, isViewer }: MemberRowProps) {
  const update = useUpdateMember();
  const { userId, name, role, visibility, teamId } = member;
  const change = (changes: UpdateMemberBody) => update.mutate({ userId, name, changes });
  const cell =
    "py-2 @max-3xl:flex @max-3xl:h-auto @max-3xl:items-center @max-3xl:border-b-0 @max-3xl:px-4 @max-3xl:py-1";
  return (
    <tr
      tabIndex={-1}
      data-list-item
      className="@max-3xl:border-line @max-3xl:flex @max-3xl:flex-col @max-3xl:border-b @max-3xl:py-2"
    >
      <Cell className={cell}>
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={name} size="large" />
          <span className="min-w-0">
            <span className="block truncate font-medium">
              {name}
              {isViewer && <span className="text-ink-faint font-normal"> ({messages.you})</span>}{" "}
              {member.deactivatedAt && <Badge>{messages.deactivated}</Badge>}
            </span>
            <span className="text-ink-muted block truncate text-xs">
              {member.username} · {member.email}
            </span>
            {member.hasSecondFactor && <ResetSecondFactor userId={userId} name={name} />}
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
          value={teamId ?? noTeam}
          options={teamOptions}
          onChange={(value) => change({ teamId: value || null })}
          className="w-36"
        />
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

/** Says that a code is asked of them at sign-in, and takes that away for who has lost their phone. */
function ResetSecondFactor({ userId, name }: { userId: string; name: string }) {
  const trigger = (
    <button
      type="button"
      aria-label={messages.resetSecondFactorOf(name)}
      className="text-accent-ink rounded-sm text-xs hover:underline"
    >
      {messages.resetSecondFactor}
    </button>
  );
  return (
    <span className="text-ink-muted mt-0.5 flex items-center gap-1.5 text-xs">
      <ShieldCheck aria-hidden className="size-3.5" />
      {messages.secondFactor}
      <OnDemand
        popup="dialog"
        trigger={trigger}
        load={() => import("./reset-second-factor")}
        renderPanel={({ ResetSecondFactorDialog }) => (
          <ResetSecondFactorDialog userId={userId} name={name} trigger={trigger} />
        )}
      />
    </span>
  );
}

function optionsOf<Value extends string>(words: Record<Value, string>): SelectOption<Value>[] {
  // The keys of a record are what the record is of.
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));
}
