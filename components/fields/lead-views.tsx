import { SquareKanban, Table2 } from "lucide-react";
import Link from "next/link";
import { classes } from "@/components/ui/classes";
import { leadViewsMessages as messages } from "./lead-views-messages";

type LeadViewsProps = {
  present: "table" | "board";
  /** Where the same leads are shown the other way. */
  href: string;
};

const views = [
  { view: "table", Icon: Table2 },
  { view: "board", Icon: SquareKanban },
] as const;

/** The same leads as a table or as a board: the switch between the two. */
export const LeadViews = ({ present, href }: LeadViewsProps) => (
  <nav
    aria-label={messages.label}
    className="bg-track inline-flex h-8 items-center gap-0.5 rounded-md p-0.5 text-sm pointer-coarse:h-10"
  >
    {views.map(({ view, Icon }) => {
      const label = messages[view];
      const inside = (
        <>
          <Icon aria-hidden className="size-4" />
          <span className="max-lg:sr-only">{label}</span>
        </>
      );
      const shape = "flex h-full items-center gap-1.5 rounded-sm px-2.5 font-medium";
      return view === present ? (
        <span key={view} aria-current="page" className={classes(shape, "bg-raised shadow-card")}>
          {inside}
        </span>
      ) : (
        <Link
          key={view}
          href={href}
          prefetch={false}
          title={label}
          className={classes(shape, "text-ink-muted hover:text-ink")}
        >
          {inside}
        </Link>
      );
    })}
  </nav>
);
