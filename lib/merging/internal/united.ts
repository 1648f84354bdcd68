import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { normalAddresses } from "@/lib/contacts/contact-columns";
import { normalEmail } from "@/lib/kit/email";
import { normalPhone } from "@/lib/kit/phone";

/** A row of a table whose records are put together. */
export type Row = Record<string, unknown> & { id: string };

/**
 * What contacts that become one have together: emails, phones and tags that nobody chose are kept beside what
 * was chosen, and whoever wants to be left alone in one of them is left alone.
 */
export function united(merged: Row, all: Row[], { location }: Context): Record<string, unknown> {
  const texts = (row: Row, field: string): string[] => {
    const value = row[field];
    return Array.isArray(value) ? value.map(String) : typeof value === "string" && value !== "" ? [value] : [];
  };
  const normalOf = { email: normalEmail, phone: (text: string) => normalPhone(text, location.country) };
  const beside = (field: "email" | "phone", more: string) => {
    const [first] = texts(merged, field);
    const known = new Set(first ? [normalOf[field](first)] : []);
    return all
      .flatMap((row) => [...texts(row, field), ...texts(row, more)])
      .filter((text) => {
        const normal = normalOf[field](text);
        const isNew = !known.has(normal);
        known.add(normal);
        return isNew;
      });
  };
  const additionalEmails = beside("email", "additionalEmails");
  const additionalPhones = beside("phone", "additionalPhones");
  const [email] = texts(merged, "email");
  const [phone] = texts(merged, "phone");
  return {
    emailNormal: email ? normalEmail(email) : null,
    phoneNormal: phone ? normalPhone(phone, location.country) : null,
    additionalEmails,
    additionalPhones,
    otherAddresses: normalAddresses(additionalEmails, additionalPhones, location),
    tags: [...new Set(all.flatMap((row) => texts(row, "tags")))],
    type: all.some(({ type }) => type === "customer") ? "customer" : merged.type,
    ...Object.fromEntries(flags.map((flag) => [flag, all.some((row) => row[flag] === true)])),
    ...Object.fromEntries(channels.map((name) => [name, strictest(all.map((row) => row[name]))])),
  };
}

const flags = ["unsubscribed", "blogSubscriber", "doNotDisturb"] as const;
const channels = ["channelDisturbance", "inboundDisturbance"] as const;
const Wishes = z.record(z.string(), z.looseObject({ status: z.string() })).nullable();

/** What is wanted of each channel: not to be disturbed where one of them says so, else what the first says. */
function strictest(wishes: unknown[]): z.infer<typeof Wishes> {
  const all = wishes.flatMap((each) => Object.entries(Wishes.parse(each) ?? {})).toReversed();
  const leavesAlone = ([, { status }]: (typeof all)[number]) => Number(status !== "inactive");
  // The last of a channel counts.
  return all.length === 0
    ? null
    : Object.fromEntries(all.toSorted((one, other) => leavesAlone(one) - leavesAlone(other)));
}
