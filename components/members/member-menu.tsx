"use client";

import { MailX, Send, ShieldOff, UserRoundCheck, UserRoundX } from "lucide-react";
import Link from "next/link";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { paths } from "@/lib/client/paths";
import type { MembersAnswer } from "@/lib/dialects/native/members";
import { messages } from "./messages";
import { useInvitation, useResetSecondFactor, useUpdateMember } from "./mutations";

type MemberMenuProps = { member: MembersAnswer["members"][number]; trigger: ReactElement };

/** What can be done about a member: their invitation, their two-step sign-in, whether they come in at all. */
export function MemberMenu({ member, trigger }: MemberMenuProps) {
  const { userId, name, invitedUntil, deactivatedAt, hasSecondFactor } = member;
  const [asked, setAsked] = useState<"secondFactor" | "deactivation" | null>(null);
  const invitation = useInvitation();
  const update = useUpdateMember();
  const reset = useResetSecondFactor();
  const close = { onSuccess: () => setAsked(null) };
  const setActive = (active: boolean) => update.mutate({ userId, name, changes: { active } }, close);
  return (
    <>
      <Menu trigger={trigger} align="end">
        {invitedUntil && (
          <>
            <MenuItem onClick={() => invitation.mutate({ userId, name, method: "POST" })}>
              <Send aria-hidden />
              {messages.resend}
            </MenuItem>
            <MenuItem onClick={() => invitation.mutate({ userId, name, method: "DELETE" })}>
              <MailX aria-hidden />
              {messages.revoke}
            </MenuItem>
          </>
        )}
        {hasSecondFactor && (
          <MenuItem onClick={() => setAsked("secondFactor")}>
            <ShieldOff aria-hidden />
            {messages.resetSecondFactor}
          </MenuItem>
        )}
        {!invitedUntil && (
          <MenuItem onClick={() => (deactivatedAt ? setActive(true) : setAsked("deactivation"))}>
            {deactivatedAt ? <UserRoundCheck aria-hidden /> : <UserRoundX aria-hidden />}
            {deactivatedAt ? messages.activate : messages.deactivate}
          </MenuItem>
        )}
      </Menu>
      <Question
        title={messages.resetTitle(name)}
        hint={messages.resetHint}
        isOpen={asked === "secondFactor"}
        onClose={() => setAsked(null)}
      >
        <Button variant="danger" busy={reset.isPending} onClick={() => reset.mutate({ userId, name }, close)}>
          {messages.reset}
        </Button>
      </Question>
      <Question
        title={messages.deactivateTitle(name)}
        hint={messages.deactivateHint}
        isOpen={asked === "deactivation"}
        onClose={() => setAsked(null)}
      >
        <Link href={openLeadsOf(userId)} className={buttonClass()}>
          {messages.showOpenLeads}
        </Link>
        <Button variant="danger" busy={update.isPending} onClick={() => setActive(false)}>
          {messages.deactivate}
        </Button>
      </Question>
    </>
  );
}

type QuestionProps = { title: string; hint: string; isOpen: boolean; onClose: () => void; children: ReactNode };

const Question = ({ title, hint, isOpen, onClose, children }: QuestionProps) => (
  <Dialog title={title} description={hint} open={isOpen} onOpenChange={onClose}>
    <DialogActions>
      <DialogCancel />
      {children}
    </DialogActions>
  </Dialog>
);

/** Where the leads are given to others that somebody who leaves still works on. */
const openLeadsOf = (userId: string) =>
  paths.leads({
    filter: JSON.stringify({
      all: [
        { field: "owner", operator: "is", value: userId },
        { field: "status", operator: "is", value: "open" },
      ],
    }),
  });
