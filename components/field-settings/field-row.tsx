import { Copy, GripVertical, Trash2 } from "lucide-react";
import { useRef } from "react";
import { MoveButtons } from "@/components/fields/move-buttons";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { showToast } from "@/components/ui/toast";
import type { FieldAnswer } from "@/lib/dialects/native/custom-fields";
import { messages } from "./messages";
import { type Edge, useRowDrag } from "./use-row-drag";

type FieldRowProps = {
  field: FieldAnswer;
  isFirst: boolean;
  isLast: boolean;
  onEdit: () => void;
  onDelete: () => void;
  onMove: (by: -1 | 1) => void;
  onDrop: (dragged: string, edge: Edge) => void;
};

/** A custom field in the list: its name opens it, its handle drags it. */
export function FieldRow({ field, isFirst, isLast, onEdit, onDelete, onMove, onDrop }: FieldRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const edge = useRowDrag({ row, handle, id: field.id, list: field.recordType, onDrop });
  const { name, dataType, options, fieldKey } = field;
  const copy = async () => {
    await navigator.clipboard.writeText(fieldKey);
    showToast({ title: messages.keyCopied });
  };
  return (
    <li
      ref={row}
      data-row={field.id}
      className={classes(
        "relative flex items-center rounded-md max-sm:flex-wrap",
        edge && "before:bg-accent before:absolute before:inset-x-2 before:h-0.5 before:rounded-full",
        edge === "top" && "before:-top-px",
        edge === "bottom" && "before:-bottom-px",
      )}
    >
      <span
        ref={handle}
        title={messages.drag(name)}
        className="text-ink-faint hover:text-ink-muted flex h-11 w-6 shrink-0 cursor-grab items-center justify-center pointer-coarse:hidden"
      >
        <GripVertical aria-hidden className="size-4" />
      </span>
      <button
        type="button"
        data-list-item
        onClick={onEdit}
        className="hover:bg-hover flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 rounded-md px-2 py-1.5 text-left text-sm"
      >
        <span className="min-w-0 truncate font-medium">{name}</span>
        <span className="text-ink-muted min-w-0 truncate">
          {messages.types[dataType]}
          {options.length > 0 && ` · ${options.join(", ")}`}
        </span>
      </button>
      <span className="ml-1 flex shrink-0 items-center max-sm:w-full max-sm:justify-end">
        <Button
          variant="quiet"
          size="small"
          className="max-w-40"
          aria-label={messages.copyKey(fieldKey)}
          onClick={() => void copy()}
        >
          <code className="truncate font-mono text-xs">{fieldKey}</code>
          <Copy aria-hidden />
        </Button>
        <MoveButtons name={name} isFirst={isFirst} isLast={isLast} onMove={onMove} />
        <Button variant="quiet" iconOnly aria-label={messages.deleteLabel(name)} onClick={onDelete}>
          <Trash2 aria-hidden />
        </Button>
      </span>
    </li>
  );
}
