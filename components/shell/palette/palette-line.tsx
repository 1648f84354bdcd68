import { Autocomplete } from "@base-ui/react/autocomplete";
import { ChevronRight } from "lucide-react";
import { KeyCaps } from "@/components/shell/key-caps";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import { type Entry, hasChoices, isOfLead } from "./entry";
import { markMatches } from "./match";
import { paletteMessages as messages } from "./messages";
import type { FoundLead } from "./queries";

type PaletteLineProps = { entry: Entry; words: readonly string[]; onChoose: () => void };

/** A line that can be chosen: a command, a page, or a lead with what it is known by. */
export function PaletteLine({ entry, words, onChoose }: PaletteLineProps) {
  const { label, lead, keys, act, color, person, icon: Icon } = entry;
  return (
    <Autocomplete.Item
      value={entry}
      onClick={onChoose}
      className={classes(
        "data-highlighted:bg-pressed flex scroll-my-8 items-center gap-2.5 rounded-md px-2 text-sm outline-none select-none forced-colors:data-highlighted:outline-2",
        lead ? "min-h-11 py-1" : "h-9 pointer-coarse:h-11",
      )}
    >
      {lead ? (
        <LeadLine lead={lead} words={words} />
      ) : (
        <>
          {Icon && <Icon aria-hidden className="text-ink-faint size-4 shrink-0" />}
          {color && <Dot color={color} />}
          {person && <Avatar name={person} size="small" />}
          <span className="min-w-0 flex-1 truncate">
            <Marked text={label} words={words} atStarts />
          </span>
          {keys && (
            <span className="pointer-coarse:hidden">
              <KeyCaps keys={keys} />
            </span>
          )}
          {(hasChoices(act) || isOfLead(act)) && (
            <ChevronRight aria-hidden className="text-ink-faint size-4 shrink-0" />
          )}
        </>
      )}
    </Autocomplete.Item>
  );
}

function LeadLine({ lead, words }: { lead: FoundLead; words: readonly string[] }) {
  const { name, number, stage, contactName, companyName, email, phone, archived } = lead;
  const known = [contactName, companyName, email, phone].flatMap((fact) =>
    fact === null || fact === name ? [] : [fact],
  );
  const facts = [...new Set(known)];
  return (
    <>
      <span className="flex w-4 shrink-0 justify-center">
        <Dot color={stage.color} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">
            <Marked text={name} words={words} />
          </span>
          {archived && <Badge>{messages.archived}</Badge>}
        </span>
        {facts.length > 0 && (
          <span className="text-ink-muted block truncate text-xs">
            {facts.map((fact, place) => (
              <span key={fact}>
                {place > 0 && " · "}
                <Marked text={fact} words={words} />
              </span>
            ))}
          </span>
        )}
      </span>
      <span className="text-ink-muted max-w-32 shrink-0 truncate text-xs max-sm:hidden">{stage.name}</span>
      <span className="figures text-ink-muted shrink-0 text-xs">
        <Marked text={messages.number(number)} words={words.map((word) => (/^\d+$/.test(word) ? `#${word}` : word))} />
      </span>
    </>
  );
}

/** A text in which that is marked what was typed. */
const Marked = ({ text, words, atStarts }: { text: string; words: readonly string[]; atStarts?: boolean }) =>
  markMatches(text, words, atStarts).map((part) =>
    part.isMatch ? (
      <mark key={part.from} className="text-accent-ink bg-transparent font-semibold">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
