import type { LucideIcon } from "lucide-react";

/**
 * What can be done from the command palette, by scope. Screens, panels and selections register what
 * they offer while they are on screen, as they do with keys; the palette lists the newest scope first.
 */
export type Command = {
  /** Told apart by it within its scope. */
  id: string;
  label: string;
  icon: LucideIcon;
  /** Other words that people look for it by. */
  words?: string;
  /** The keys that do the same, as the keyboard map writes them. */
  keys?: string;
  /** Whether it makes something new: such commands are the create menu. */
  creates?: boolean;
  /** Does it at once, or after one of these was chosen, or for a lead that is chosen. */
  act: (() => void) | Choices | OfLead;
};

/** What a command does for a lead that is looked for first. */
export type OfLead = { ofLead: (leadId: string) => void };

/** What is chosen before a command does something, such as the person to assign to. */
export type Choices = {
  options: readonly Choice[];
  /** The choice that typed words stand for which are none of the options, such as a new tag. */
  other?: (typed: string) => Choice;
};

export type Choice = {
  id: string;
  label: string;
  /** Its colour, where it has one; or the person that it is. */
  color?: string;
  person?: string;
  act: () => void;
};

/** A part of the app with commands of its own. */
export type CommandScope = {
  name: string;
  /** The heading of its commands, such as what they would be done to. */
  title: string;
};

/** The commands of a scope, as the palette lists them. */
export type CommandGroup = CommandScope & { commands: readonly Command[] };

type Registered = { scope: CommandScope; commands: () => readonly Command[] };

let scopes: readonly Registered[] = [];
let version = 0;
const listeners = new Set<() => void>();

/** Adds the commands of a scope, read anew whenever the palette lists them. Answers the function that takes them away. */
export function registerCommands(scope: CommandScope, commands: () => readonly Command[]): () => void {
  const registered = { scope, commands };
  scopes = [registered, ...scopes];
  commandsChanged();
  return () => {
    scopes = scopes.filter((each) => each !== registered);
    commandsChanged();
  };
}

/** What can be done now, the newest scope first; scopes without a command are left out. */
export const listCommands = (): readonly CommandGroup[] =>
  scopes
    .map(({ scope, commands }) => ({ ...scope, commands: commands() }))
    .filter(({ commands }) => commands.length > 0);

/** Grows whenever there may be other commands. */
export const commandsVersion = (): number => version;

/** Calls `listener` when there may be other commands. Answers the function that stops it. */
export function watchCommands(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells that a scope may have other commands than before. */
export function commandsChanged(): void {
  version += 1;
  for (const listener of listeners) listener();
}
