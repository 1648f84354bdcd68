import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Dot } from "@/components/ui/dot";
import { Select } from "@/components/ui/select";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { sayNumber } from "@/lib/kit/number";
import { messages } from "./messages";

type StageSwitcherProps = {
  stages: BoardAnswer["columns"];
  value: string;
  onChange: (stageId: string) => void;
};

/** Which column a narrow screen shows. */
export function StageSwitcher({ stages, value, onChange }: StageSwitcherProps) {
  const place = stages.findIndex(({ id }) => id === value);
  const step = (by: -1 | 1) => {
    const stage = stages[place + by];
    if (stage) onChange(stage.id);
  };
  return (
    <div className="flex items-center gap-2 px-4 pt-3 md:hidden">
      <Button iconOnly aria-label={messages.previousStage} disabled={place <= 0} onClick={() => step(-1)}>
        <ChevronLeft aria-hidden />
      </Button>
      <Select
        label={messages.stage}
        value={value}
        onChange={onChange}
        className="min-w-0 flex-1"
        options={stages.map(({ id, name, color, count }) => ({
          value: id,
          label: `${name} (${sayNumber(count)})`,
          mark: <Dot color={color} />,
        }))}
      />
      <Button iconOnly aria-label={messages.nextStage} disabled={place >= stages.length - 1} onClick={() => step(1)}>
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}
