import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { MoveButtons } from "@/components/fields/move-buttons";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Input } from "@/components/ui/input";
import type { PipelineAnswer, PipelineBody } from "@/lib/dialects/native/pipelines";
import { messages } from "./messages";

/** A stage in the form, as it is written; `key` holds on to it while it has no id. */
export type DraftStage = {
  key: string;
  id?: string;
  name: string;
  color: string;
  probability: string;
  /** Empty: the location's own number. */
  days: string;
};

type Stage = PipelineAnswer["stages"][number];

/** A stage as the form has it. */
export const draftOf = ({ id, name, color, probability, stalledAfterDays }: Stage): DraftStage => ({
  key: id,
  id,
  name,
  color,
  probability: String(probability),
  days: stalledAfterDays === null ? "" : String(stalledAfterDays),
});

/** A stage as the API takes it. */
export const stageOf = ({
  id,
  name,
  color,
  probability,
  days,
}: DraftStage): NonNullable<PipelineBody["stages"]>[number] => ({
  ...(id !== undefined && { id }),
  name: name.trim(),
  color,
  probability: Number(probability),
  stalledAfterDays: days.trim() === "" ? null : Number(days),
});

type StageRowProps = {
  stage: DraftStage;
  isFirst: boolean;
  isLast: boolean;
  /** A pipeline keeps one stage at least. */
  isOnly: boolean;
  usualDays: number;
  problem: string | undefined;
  onChange: (change: Partial<DraftStage>) => void;
  onMove: (by: -1 | 1) => void;
  onDelete: () => void;
};

/** The columns of the rows and of their heads, where there is room for them. */
const columnsClass =
  "@xl:grid-cols-[2rem_minmax(0,1fr)_5.5rem_7rem_6rem] @xl:pointer-coarse:grid-cols-[2.5rem_minmax(0,1fr)_5.5rem_7rem_7.5rem]";

/** What stands in the columns of the rows below it; narrow rows say it themselves. */
export const StageHeads = () => (
  <div
    aria-hidden
    className={classes("text-ink-faint gap-x-2 text-xs font-medium @max-xl:hidden @xl:grid", columnsClass)}
  >
    <span className="col-span-2">{messages.stage}</span>
    <span>{messages.chance}</span>
    <span>{messages.stalledAfter}</span>
  </div>
);

/** A stage to be named, coloured, weighed, put up and down, and deleted. */
export function StageRow(props: StageRowProps) {
  const { stage, isFirst, isLast, isOnly, usualDays, problem, onChange, onMove, onDelete } = props;
  return (
    <li
      data-row={stage.key}
      className={classes(
        "border-line grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2 py-2.5 not-first:border-t @xl:border-t-0! @xl:py-1",
        columnsClass,
      )}
    >
      <input
        type="color"
        aria-label={messages.stageColor(stage.name)}
        value={stage.color}
        onChange={({ target }) => onChange({ color: target.value })}
        className="border-line-strong bg-raised size-8 rounded-md border p-1 pointer-coarse:size-10"
      />
      <Input
        aria-label={messages.stageName}
        aria-invalid={problem ? true : undefined}
        value={stage.name}
        required
        maxLength={80}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <span className="col-span-2 col-start-2 row-start-2 flex flex-wrap gap-x-4 gap-y-2 @xl:contents">
        <Amount before={messages.chance} after="%">
          <Input
            type="number"
            min={0}
            max={100}
            required
            value={stage.probability}
            aria-label={messages.chanceOf(stage.name)}
            onChange={({ target }) => onChange({ probability: target.value })}
            className="figures w-16!"
          />
        </Amount>
        <Amount before={messages.stalledAfter} after={messages.daysUnit}>
          <Input
            type="number"
            min={1}
            max={3650}
            value={stage.days}
            placeholder={String(usualDays)}
            aria-label={messages.stalledAfterOf(stage.name, usualDays)}
            onChange={({ target }) => onChange({ days: target.value })}
            className="figures w-18!"
          />
        </Amount>
      </span>
      <span className="col-start-3 row-start-1 flex @xl:col-start-5">
        <MoveButtons name={stage.name} isFirst={isFirst} isLast={isLast} onMove={onMove} />
        <Button
          variant="quiet"
          iconOnly
          disabled={isOnly}
          aria-label={messages.deleteStage(stage.name)}
          onClick={onDelete}
        >
          <Trash2 aria-hidden />
        </Button>
      </span>
      {problem && (
        <p role="alert" className="text-negative col-span-full text-sm">
          {problem}
        </p>
      )}
    </li>
  );
}

const Amount = ({ before, after, children }: { before: string; after: string; children: ReactNode }) => (
  <span className="text-ink-muted flex items-center gap-1.5 text-sm">
    <span aria-hidden className="@xl:hidden">
      {before}
    </span>
    {children}
    <span aria-hidden>{after}</span>
  </span>
);
