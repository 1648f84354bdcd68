import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";
import { Spinner } from "./spinner";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "medium" | "small" | "large";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent shadow-control hover:bg-accent-hover",
  secondary: "border border-line-strong bg-raised text-ink shadow-control hover:bg-hover active:bg-pressed",
  quiet:
    "text-ink-muted hover:bg-hover hover:text-ink active:bg-pressed data-popup-open:bg-hover data-popup-open:text-ink",
  danger: "bg-negative-fill text-on-accent shadow-control hover:bg-negative-fill-hover",
};

const sizes: Record<ButtonSize, string> = {
  small: "h-7 gap-1.5 px-2 text-sm pointer-coarse:h-9",
  medium: "h-8 gap-2 px-3 text-sm pointer-coarse:h-10",
  large: "h-9 gap-2 px-4 text-base pointer-coarse:h-11",
};

const iconSizes: Record<ButtonSize, string> = {
  small: "size-7 pointer-coarse:size-9",
  medium: "size-8 pointer-coarse:size-10",
  large: "size-9 pointer-coarse:size-11",
};

type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; iconOnly?: boolean };

/** The classes of a button, for links and triggers that look like one. */
export function buttonClass({ variant = "secondary", size = "medium", iconOnly = false }: ButtonLook = {}): string {
  return classes(
    "inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap select-none",
    "transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50",
    "[&_svg]:size-4 [&_svg]:shrink-0",
    variants[variant],
    iconOnly ? iconSizes[size] : sizes[size],
  );
}

type ButtonProps = ComponentProps<"button"> & ButtonLook & { busy?: boolean; children?: ReactNode };

/** A button. `busy` shows that its work is under way and keeps it from being pressed again. */
export function Button({
  variant,
  size,
  iconOnly,
  busy = false,
  className,
  children,
  type = "button",
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- one of its types, and "button" by default
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classes(buttonClass({ variant, size, iconOnly }), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
