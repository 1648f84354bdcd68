import type { LucideIcon } from "lucide-react";
import type { Choices, Command, OfLead } from "@/components/shell/commands";
import type { FoundLead } from "./queries";

/** One line of the palette. */
export type Entry = {
  /** Its own among all lines. */
  id: string;
  label: string;
  act: Command["act"];
  icon?: LucideIcon;
  /** The colour of its dot, or the name of the person that it is, in place of an icon. */
  color?: string;
  person?: string;
  keys?: string;
  /** Other words it is found by. */
  words?: string;
  /** The lead that it is. */
  lead?: FoundLead;
  /** Whether the palette stays open when it was chosen. */
  stays?: boolean;
};

/** Lines below one heading. */
export type EntryGroup = { title: string; items: Entry[] };

/** Whether something is to be chosen before anything is done. */
export const hasChoices = (act: Command["act"]): act is Choices => typeof act === "object" && "options" in act;

/** Whether a lead is to be found before anything is done. */
export const isOfLead = (act: Command["act"]): act is OfLead => typeof act === "object" && "ofLead" in act;
