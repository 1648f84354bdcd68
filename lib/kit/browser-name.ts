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

/** What people call a browser and its system by its `User-Agent`, such as Firefox and Windows; null what it does not say. */
export const describeBrowser = (
  userAgent: string,
): { browser: string | null; system: string | null; isMobile: boolean } => ({
  browser: first(browsers, userAgent),
  system: first(systems, userAgent),
  isMobile: /\b(iPhone|Mobile|Android)\b/.test(userAgent),
});
