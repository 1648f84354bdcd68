import { useEffect } from "react";
import { useLatest } from "@/components/ui/use-latest";
import { type Command, commandsChanged, type CommandScope, registerCommands } from "./commands";

/** Offers commands in the palette while the component is on screen. A new array each time costs nothing. */
export function useCommands({ name, title }: CommandScope, commands: readonly Command[]): void {
  const latest = useLatest(commands);
  useEffect(() => registerCommands({ name, title }, () => latest.current), [name, title, latest]);
  useEffect(commandsChanged, [commands]);
}
