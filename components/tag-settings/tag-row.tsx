import { Trash2 } from "lucide-react";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { paths } from "@/lib/client/paths";
import type { TagsAnswer } from "@/lib/dialects/native/tags";
import { messages } from "./messages";

type TagRowProps = { tag: TagsAnswer["tags"][number]; onRename: () => void; onDelete: () => void };

/** A tag in the list: its name renames it, its number leads to who has it. */
export const TagRow = ({ tag: { name, contacts, exact }, onRename, onDelete }: TagRowProps) => (
  <li className="flex items-center">
    <button
      type="button"
      data-list-item
      aria-label={messages.rename(name)}
      onClick={onRename}
      className="hover:bg-hover flex min-h-10 min-w-0 flex-1 items-center rounded-md px-2 text-left text-sm font-medium"
    >
      <span className="truncate">{name}</span>
    </button>
    {contacts > 0 ? (
      <Link
        href={leadsTagged(name)}
        title={messages.showLeads(name)}
        className={buttonClass({ variant: "quiet", size: "small" })}
      >
        <span className="figures">{messages.contacts(contacts, exact)}</span>
      </Link>
    ) : (
      <span className="text-ink-faint figures px-2 text-sm">{messages.contacts(contacts, exact)}</span>
    )}
    <Button variant="quiet" iconOnly aria-label={messages.delete(name)} onClick={onDelete}>
      <Trash2 aria-hidden />
    </Button>
  </li>
);

const leadsTagged = (name: string): string =>
  paths.leads({ filter: JSON.stringify({ all: [{ field: "tags", operator: "anyOf", value: [name] }] }) });
