import type { z } from "zod";
import type { Caller } from "@/lib/access/callers";
import type { DomainError } from "@/lib/access/errors";
import type { Access } from "./endpoint";
import type { BodyForm } from "./read-body";

/** An error as a dialect prints it. */
export type Refusal = { status: number; body: unknown; headers?: Record<string, string> };

/** What makes one API dialect: how callers name themselves, which bodies it reads, how it says no. */
export type Dialect = {
  name: string;
  /** For the page of the API: what it is and where its document leaves off. */
  title: string;
  credentials: (request: Request) => Promise<Caller>;
  /** Whether the caller may call an operation of this kind of access at all: its scopes, its kind of token. @throws DomainError. */
  admit?: (caller: Caller, access: Access, request: Request) => void;
  bodies: readonly BodyForm[];
  /** Whether an answer names the events its transaction wrote, so that they can be undone. */
  namesEvents?: boolean;
  /** Whether the sentence of a broken rule of ours, such as a missing field, is worded by the dialect. */
  refuse: (error: DomainError, requestId: string, operation: string) => Refusal;
  /** For the OpenAPI document: names of its security schemes (all needed), and the shape of its errors. */
  security: string[];
  /** Those that do instead, each alone. */
  otherSecurity?: string[];
  error: z.ZodType;
};
