import { z } from "zod";
import { isCurrency } from "@/lib/kit/currency";
import { isEmail } from "@/lib/kit/email";
import { UsageError } from "@/lib/kit/setup-error";
import { isTimeZone } from "@/lib/kit/zone";
import { addMember, createUser } from "@/lib/users/create-user";
import { readCommandLine } from "@/scripts/command-line";
import { withMigratedDatabase } from "@/scripts/server/database";
import { choosePassword } from "./password";
import { usage } from "./usage";
import { chooseWorkplace } from "./workplace";

const Options = z.object({
  email: z.string("Say the email address: --email ADDRESS.").refine(isEmail, "--email is no email address."),
  name: z.string("Say the name: --name NAME.").trim().min(1, "--name is empty.").max(200, "--name is too long."),
  username: z
    .string("Say the username: --username NAME.")
    .regex(/^[\w.-]{2,60}$/, "--username has 2 to 60 letters, digits, dots, hyphens or underscores."),
  role: z.enum(["admin", "manager", "rep"], "Say the role: --role admin, manager or rep."),
  company: z.string().trim().min(1, "--company is empty.").optional(),
  location: z.string().trim().min(1, "--location is empty.").optional(),
  "time-zone": z
    .string()
    .refine(isTimeZone, "--time-zone is no IANA time zone, such as Europe/Berlin.")
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  currency: z.string().refine(isCurrency, "--currency is an ISO 4217 code, such as EUR.").default("USD"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "--country is an ISO 3166 code, such as DE.")
    .default("US"),
  "only-own": z.boolean().default(false),
  "password-stdin": z.boolean().default(false),
});

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

/** `create-user`: also the first administrator, with company and location, of a new installation. */
export async function createUserCommand(given: string[]): Promise<void> {
  const { values } = readCommandLine(usage, {
    args: given,
    options: {
      email: text,
      name: text,
      username: text,
      role: text,
      company: text,
      location: text,
      "time-zone": text,
      currency: text,
      country: text,
      "only-own": flag,
      "password-stdin": flag,
    },
  });
  const parsed = Options.safeParse(values);
  if (!parsed.success) throw new UsageError(parsed.error.issues.map(({ message }) => message).join("\n"));
  const options = parsed.data;
  const { email, name, username, role } = options;
  const { password, isMade } = await choosePassword({ fromInput: options["password-stdin"] });
  const place = await withMigratedDatabase(async () => {
    const workplace = await chooseWorkplace({ ...options, timeZone: options["time-zone"] });
    const { companyId, locationId } = workplace;
    const userId = await createUser({ companyId, username, name, email, password });
    await addMember({ companyId, locationId, userId, role, visibility: options["only-own"] ? "own" : "all" });
    return workplace;
  });
  console.log(`${name} (${username}, ${email}) is ${role} of ${place.locationName} in ${place.companyName}.`);
  if (isMade) console.log(`The password is ${password} - it is not shown again.`);
}
