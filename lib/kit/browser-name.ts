const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(HeadlessChrome|Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

const first = (rules: [RegExp, string][], text: string): string | null =>
  rules.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** What people call a browser by its `User-Agent`, such as `Firefox on Windows`; a null name when it says nothing known. */
export function describeBrowser(userAgent: string): { name: string | null; isMobile: boolean } {
  const browser = first(browsers, userAgent);
  const system = first(systems, userAgent);
  const name = browser && system ? `${browser} on ${system}` : (browser ?? system);
  return { name, isMobile: /\b(iPhone|Mobile|Android)\b/.test(userAgent) };
}
