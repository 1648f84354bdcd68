/** A key to press, such as `/`. */
export function KeyboardKey({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line bg-surface px-1 font-sans text-xs text-ink-faint">
      {children}
    </kbd>
  );
}
