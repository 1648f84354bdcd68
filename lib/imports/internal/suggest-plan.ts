import type { Location } from "@/lib/access/context";
import type { CustomField } from "@/lib/custom-fields/model";
import type { ImportColumn } from "@/lib/imports/model/file";
import type { ImportPlan } from "@/lib/imports/model/plan";
import { joinedTargets, type Target } from "@/lib/imports/model/targets";
import { isEmail } from "@/lib/kit/email";
import { plainHeading, targetOfHeading } from "./headings";
import { findMemberByWord, findStageByWord, firstStageOf, type References, statusOf } from "./references";

/**
 * The plan that a file itself suggests: columns by their headings, else by a custom field of the same
 * name or key, else by what stands in them; how dates and amounts are written by the samples.
 */
export function suggestPlan(columns: ImportColumn[], references: References, location: Location): ImportPlan {
  const taken = new Set<Target>();
  const targets = columns.map((): Target | null => null);
  // Columns in which nothing stands come last: they take no field from one that could fill it.
  const byUse = [...columns.entries()].toSorted(
    ([, one], [, other]) => Number(one.samples.length === 0) - Number(other.samples.length === 0),
  );
  for (const [index, column] of byUse) {
    const target = suggestTarget(column, references.fields);
    if (!target || (taken.has(target) && !joinedTargets.has(target))) continue;
    taken.add(target);
    targets[index] = target;
  }
  const samples = columns.flatMap((column) => column.samples);
  return {
    columns: targets,
    duplicates: "fill",
    dates: dateOrder(samples) ?? (["US", "PH", "FM", "MH", "PW"].includes(location.country) ? "mdy" : "dmy"),
    decimals: decimalMark(samples) ?? "point",
    whenUnknown: columns.some(({ samples: said }, index) => isForeign(targets[index], said, references))
      ? "default"
      : "refuse",
    stageId: null,
    ownerId: null,
    source: null,
    tags: [],
  };
}

/** Whether a column names stages or owners, and none that is known here: with the words of another program every row would be refused. */
function isForeign(target: Target | null | undefined, samples: string[], references: References): boolean {
  if (samples.length === 0) return false;
  if (target === "lead.stage") return samples.every((word) => !findStageByWord(references, word, null));
  if (target === "lead.pipeline") return samples.every((word) => !firstStageOf(references, word));
  if (target === "lead.status")
    return samples.every((word) => !statusOf(word) && !findStageByWord(references, word, null));
  return target === "lead.owner" && samples.every((word) => !findMemberByWord(references, word));
}

function suggestTarget({ heading, samples }: ImportColumn, fields: CustomField[]): Target | null {
  const plain = plainHeading(heading);
  const own = fields.find((field) => plainHeading(field.name) === plain || plainHeading(field.fieldKey) === plain);
  if (own) return `custom:${own.id}`;
  const known = targetOfHeading(heading);
  if (known) return known;
  return samples.length > 0 && samples.every((sample) => isEmail(sample)) ? "contact.email" : null;
}

/** Whether days or months come first, where some date tells: its first or second part is beyond 12. */
function dateOrder(samples: string[]): ImportPlan["dates"] | null {
  for (const sample of samples) {
    const [, first = "", second = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})\b/.exec(sample) ?? [];
    if (Number(first) > 12) return "dmy";
    if (Number(second) > 12) return "mdy";
  }
  return null;
}

/** How decimals are written, where some amount tells: by two of them, or by three digits not following. */
function decimalMark(samples: string[]): ImportPlan["decimals"] | null {
  for (const sample of samples) {
    if (/^[^\d]{0,4}\d{1,3}(\.\d{3})*,\d{1,2}[^\d]{0,4}$/.test(sample)) return "comma";
    if (/^[^\d]{0,4}\d{1,3}(,\d{3})*\.\d{1,2}[^\d]{0,4}$/.test(sample)) return "point";
  }
  return null;
}
