"use client";

import { type ComponentProps, useState } from "react";
import { Field } from "@/components/ui/field";
import { messages } from "./messages";

/** A password, which can be looked at while it is typed. */
export function PasswordField({ aside, ...rest }: ComponentProps<typeof Field>) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Field
        {...rest}
        type={shown ? "text" : "password"}
        className="pr-14"
        aside={aside}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-label={shown ? messages.hidePasswordLabel : messages.showPasswordLabel}
        onClick={() => setShown(!shown)}
        className="text-ink-muted hover:bg-hover hover:text-ink absolute top-7.5 right-1 h-6 rounded-sm px-2 text-xs font-medium pointer-coarse:top-8.5"
      >
        {shown ? messages.hidePassword : messages.showPassword}
      </button>
    </div>
  );
}
