"use client";

import { Ellipsis, Plus } from "lucide-react";
import Link from "next/link";
import { LeadSearchBox } from "@/components/fields/lead-search-box";
import { LeadViews } from "@/components/fields/lead-views";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { Button, buttonClass } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import type { LeadTotal } from "@/lib/leads/query/model";
import { messages } from "./messages";

type LeadsHeaderProps = {
  /** How many leads match; null until that is known. */
  total: LeadTotal | null;
  /** The words that are searched for. */
  words: string;
  onSearch: (words: string) => void;
  mayImport: boolean;
  onAdd: () => void;
  exportHref: string;
  boardHref: string;
};

/** How many leads there are, the search, and what can be done with the list as a whole. `c` adds a lead. */
export function LeadsHeader({ total, words, onSearch, mayImport, onAdd, exportHref, boardHref }: LeadsHeaderProps) {
  const scope = { name: "leads", title: messages.keys.scope };
  const menu = (
    <Button variant="quiet" iconOnly aria-label={messages.more}>
      <Ellipsis aria-hidden />
    </Button>
  );
  useShortcuts(scope, [{ keys: "c", description: messages.keys.add, run: onAdd }]);
  return (
    <PageHeader
      title={messages.title}
      detail={total !== null && <span role="status">{messages.total(total.count, total.exact)}</span>}
    >
      <LeadSearchBox words={words} scope={scope} label={messages.search} onChange={onSearch} />
      <LeadViews present="table" href={boardHref} />
      {mayImport && (
        <Link href={paths.imports()} className={`${buttonClass()} max-xl:hidden`}>
          {messages.import}
        </Link>
      )}
      <Button variant="primary" onClick={onAdd} aria-keyshortcuts="c">
        <Plus aria-hidden />
        <span className="max-lg:sr-only">{messages.add}</span>
      </Button>
      <OnDemand
        popup="menu"
        trigger={menu}
        load={() => import("./leads-menu")}
        renderPanel={({ LeadsMenu }) => <LeadsMenu trigger={menu} exportHref={exportHref} mayImport={mayImport} />}
      />
    </PageHeader>
  );
}
