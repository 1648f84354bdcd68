import { z } from "zod";

const address = z.email();

/** Whether `text` is an email address as browsers and mail servers take it. */
export const isEmail = (text: string): boolean => text.length <= 320 && address.safeParse(text).success;

/** The form of an email address that matching and signing in use: trimmed and lower-cased; null when empty. */
export const normalEmail = (email: string): string | null => email.trim().toLowerCase() || null;
