import { Check } from "lucide-react";
import { messages } from "./messages";

/** How far one is before an import is started. */
export const Steps = ({ current }: { current: number }) => (
  <ol aria-label={messages.stepsLabel} className="mb-5 flex items-center gap-2 text-sm">
    {messages.steps.map((step, index) => (
      <li
        key={step}
        aria-current={index === current ? "step" : undefined}
        className="group text-ink-muted aria-[current=step]:text-ink flex items-center gap-2 aria-[current=step]:font-medium"
      >
        {index > 0 && <span aria-hidden className="bg-line-strong h-px w-6 max-sm:w-3" />}
        <span
          aria-hidden
          className="border-line-strong group-aria-[current=step]:border-accent group-aria-[current=step]:bg-accent group-aria-[current=step]:text-on-accent figures inline-flex size-5 items-center justify-center rounded-full border text-xs"
        >
          {index < current ? <Check className="size-3" /> : index + 1}
        </span>
        {step}
      </li>
    ))}
  </ol>
);
