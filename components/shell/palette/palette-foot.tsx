import { KeyboardKey } from "@/components/ui/keyboard-key";
import { paletteMessages as messages } from "./messages";

/** Which keys do what here. Not where there is no keyboard. */
export function PaletteFoot({ hasBack }: { hasBack: boolean }) {
  const hints: [string[], string][] = [
    [["↑", "↓"], messages.hints.move],
    [["↵"], messages.hints.choose],
    [["Esc"], hasBack ? messages.hints.back : messages.hints.close],
  ];
  return (
    <div
      aria-hidden
      className="border-line text-ink-faint flex h-9 shrink-0 items-center gap-4 border-t px-4 text-xs max-md:hidden pointer-coarse:hidden"
    >
      {hints.map(([keys, label]) => (
        <span key={label} className="flex items-center gap-1.5">
          {keys.map((key) => (
            <KeyboardKey key={key}>{key}</KeyboardKey>
          ))}
          {label}
        </span>
      ))}
    </div>
  );
}
