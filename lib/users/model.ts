/** NIST SP 800-63B: the length of a password counts, rules of composition do not. */
export const shortestPassword = 10;

/** How long a link to set a new password works. */
export const resetMinutes = 60;
