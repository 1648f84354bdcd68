"use client";

import { type ReactElement, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Popover } from "@/components/ui/popover";
import { messages } from "./messages";
import { NotificationList } from "./notification-list";

/** Where the navigation is below the page: the shell's `md`. */
const narrow = "(width < 48rem)";

/** The notifications, beside the bell; on small screens in a sheet. */
export function NotificationPanel({ trigger }: { trigger: ReactElement }) {
  const [isOpen, setOpen] = useState(true);
  const [isNarrow] = useState(() => window.matchMedia(narrow).matches);
  const list = <NotificationList onLeave={() => setOpen(false)} titled={!isNarrow} />;
  return isNarrow ? (
    <Dialog title={messages.title} trigger={trigger} open={isOpen} onOpenChange={setOpen}>
      <div className="-mx-3 max-h-[70dvh] overflow-y-auto">{list}</div>
    </Dialog>
  ) : (
    <Popover
      trigger={trigger}
      label={messages.title}
      side="right"
      align="start"
      open={isOpen}
      onOpenChange={setOpen}
      className="w-100"
    >
      {list}
    </Popover>
  );
}
