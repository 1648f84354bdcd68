/** A key to press, such as `/`. */
export function KeyboardKey({ children }: { children: string }) {
  return (
    <kbd className="border-line bg-surface text-ink-faint inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border px-1 font-sans text-xs">
      {children}
    </kbd>
  );
}
