import { z } from "zod";

/** NIST SP 800-63B: length counts, rules of composition do not. */
export const shortestPassword = 10;

/** A password that somebody chooses. */
export const NewPassword = z
  .string()
  .min(shortestPassword, `Use at least ${shortestPassword} characters.`)
  .max(1000, "Use at most 1000 characters.");

/** How long a link to set a new password works. */
export const resetMinutes = 60;
