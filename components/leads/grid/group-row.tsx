import { memo } from "react";
import { Dot } from "@/components/ui/dot";
import type { GroupOfLead } from "./group-of";
import { rowHeights } from "./layout";

/** The head of a group of leads in the grid. */
export const GroupRow = memo(function GroupRow({ group, top }: { group: GroupOfLead; top: number }) {
  return (
    <div
      role="row"
      style={{ transform: `translateY(${top}px)`, height: rowHeights.group }}
      className="bg-sunken border-line absolute inset-x-0 top-0 border-b"
    >
      <div role="gridcell" className="sticky left-0 h-full w-max">
        <GroupHead group={group} />
      </div>
    </div>
  );
});

/** What the leads below have in common. */
export const GroupHead = ({ group }: { group: GroupOfLead }) => (
  <span className="bg-sunken flex h-full items-center gap-2 px-4 text-sm font-medium md:px-6">
    {group.color && <Dot color={group.color} />}
    {group.label}
  </span>
);
