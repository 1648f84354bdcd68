import { z } from "zod";
import { isLocale } from "@/lib/kit/locale";
import { isTimeZone } from "@/lib/kit/zone";
import { shortestPassword } from "@/lib/users/model";
import type { SecondFactorStatus } from "@/lib/users/second-factor-status";
import { time } from "./fields";

const password = z.string().max(1000, "Use at most 1000 characters.");

export const ProfileAnswer = z.object({
  name: z.string(),
  username: z.string(),
  email: z.string(),
  timeZone: z.string().nullable().describe("IANA zone; null for the location's."),
  locale: z.string().nullable().describe("BCP 47; null for the browser's."),
  hasPassword: z.boolean().describe("False for who signs in with single sign-on alone."),
});

export const ProfileBody = z.object({
  name: z.string().trim().min(1, "Enter your name.").max(200, "Use at most 200 characters.").optional(),
  timeZone: z.string().max(100).refine(isTimeZone, "There is no such time zone. Choose one.").nullable().optional(),
  locale: z.string().max(35).refine(isLocale, "There is no such language. Choose one.").nullable().optional(),
});

export const ChangePasswordBody = z.object({
  password,
  newPassword: password.min(shortestPassword, `Use at least ${shortestPassword} characters.`),
});

export const SecondFactorAnswer = z.object({
  enabledAt: time.nullable().describe("Since when a code is asked for; null when none is."),
  recoveryCodesLeft: z.int(),
});

export const ConfirmedBody = z.object({
  password: password.default("").describe("The person's, to show that it is them."),
});
export const NewSecondFactorAnswer = z.object({
  secret: z.string().describe("For an authenticator app, in base32."),
  uri: z.string().describe("The same as an address, for a QR code."),
});
export const CodeBody = z.object({ code: z.string().min(1, "Enter the code.").max(20, "A code has six digits.") });
export const RecoveryCodesAnswer = z.object({
  recoveryCodes: z.array(z.string()).describe("Each signs in once in place of a code. They are not shown again."),
});

export type ProfileAnswer = z.infer<typeof ProfileAnswer>;
export type ProfileBody = z.input<typeof ProfileBody>;
export type ChangePasswordBody = z.input<typeof ChangePasswordBody>;
export type SecondFactorAnswer = z.infer<typeof SecondFactorAnswer>;
export type NewSecondFactorAnswer = z.infer<typeof NewSecondFactorAnswer>;
export type RecoveryCodesAnswer = z.infer<typeof RecoveryCodesAnswer>;

/** How it stands with a second factor as the wire shows it. */
export const printSecondFactor = ({ enabledAt, recoveryCodesLeft }: SecondFactorStatus): SecondFactorAnswer => ({
  enabledAt: enabledAt && enabledAt.toISOString(),
  recoveryCodesLeft,
});
