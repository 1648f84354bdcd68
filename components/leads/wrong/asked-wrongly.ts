import { sayPart } from "@/components/leads/filter/describe";
import type { FilterChoices } from "@/components/leads/filter/fields";
import { completeParts, groupWith, isGroup, matchOf, partsOf } from "@/components/leads/filter/tree";
import { laterMessages } from "@/components/leads/later-messages";
import { askedOf, queryOf } from "@/components/leads/state/asked";
import { defaultColumns } from "@/components/leads/state/column-state";
import type { ViewSettings } from "@/components/leads/state/search-params";
import { isFailedRequest } from "@/lib/client/api";
import type { Part } from "@/lib/leads/query/model";
import { wrongMessages as messages } from "./messages";

/** What of a list the server does not answer, in sentences, and what is left without it. */
export type AskedWrongly = { sentences: string[]; rest: Partial<ViewSettings> & { search?: string } };

/**
 * What is wrong with what a list asks for: a link or a view from before something was deleted, or one that
 * somebody mended by hand. Null for any other failure.
 */
export function askedWrongly(error: Error, settings: ViewSettings, known: FilterChoices): AskedWrongly | null {
  const fields = isFailedRequest(error) ? error.fields : {};
  const filter = completeParts(settings.filter);
  const { sorts } = queryOf(settings, "");
  const columns = askedOf(settings, "")["columns"]?.split(",") ?? [];
  const sentences = new Set<string>();
  const gone = { parts: new Set<Part>(), fields: new Set<string>(), columns: new Set<string>() };
  const rest: AskedWrongly["rest"] = {};
  for (const path of Object.keys(fields)) {
    const [name = "", first, second, ...inner] = path.split(".");
    const part = name === "filter" ? partsOf(filter)[Number(second ?? -1)] : undefined;
    if (part) {
      gone.parts.add(part);
      sentences.add(sentenceOf(part, inner.at(-1), known));
      continue;
    }
    switch (name) {
      case "filter":
        rest.filter = { all: [] };
        break;
      case "sort":
        gone.fields.add(sorts[Number(first)]?.field ?? "");
        break;
      case "columns":
        gone.columns.add(columns[Number(first)] ?? "");
        break;
      case "search":
        rest.search = "";
        break;
      default:
        continue;
    }
    sentences.add(messages[name]);
  }
  if (sentences.size === 0) return null;
  if (gone.parts.size > 0)
    rest.filter ??= groupWith(
      matchOf(filter),
      partsOf(filter).filter((part) => !gone.parts.has(part)),
    );
  if (gone.fields.size > 0) rest.sorts = settings.sorts.filter(({ field }) => !gone.fields.has(field));
  if (gone.columns.size > 0)
    rest.columns = (settings.columns ?? defaultColumns).filter(({ id }) => !gone.columns.has(id));
  return { sentences: [...sentences], rest };
}

function sentenceOf(part: Part, wrong: string | undefined, known: FilterChoices): string {
  if (wrong === "field" && !isGroup(part)) return messages.goneField;
  return wrong === "operator"
    ? messages.goneOperator(sayPart(part, known))
    : laterMessages.goneValue(sayPart(part, known));
}
