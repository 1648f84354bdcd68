import { Ellipsis } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { MoveButtons } from "@/components/fields/move-buttons";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import { messages } from "./messages";

const RenameFolder = lazy(() => import("./rename-folder").then((module) => ({ default: module.RenameFolder })));

type FolderHeadProps = {
  row: string;
  folder: string;
  others: readonly string[];
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onRename: (to: string) => void;
  onDissolve: () => void;
};

/** The heading of a folder of fields, and what can be done with all of it. */
export function FolderHead({ row, folder, others, onRename, onDissolve, ...moves }: FolderHeadProps) {
  const [isRenaming, setRenaming] = useState(false);
  const trigger = (
    <Button variant="quiet" iconOnly aria-label={messages.optionsOfFolder(folder)}>
      <Ellipsis aria-hidden />
    </Button>
  );
  return (
    <li data-row={row} className="mt-2 flex items-center pl-2 first:mt-0">
      <h3 className="text-ink-muted min-w-0 flex-1 truncate text-xs font-medium">{folder}</h3>
      <MoveButtons name={folder} {...moves} />
      <OnDemand
        popup="menu"
        trigger={trigger}
        load={() => import("./folder-menu")}
        renderPanel={({ FolderMenu }) => (
          <FolderMenu trigger={trigger} onRename={() => setRenaming(true)} onDissolve={onDissolve} />
        )}
      />
      <Suspense>
        {isRenaming && (
          <RenameFolder folder={folder} others={others} onRename={onRename} onClose={() => setRenaming(false)} />
        )}
      </Suspense>
    </li>
  );
}
