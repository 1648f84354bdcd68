/** Light, dark, or as the system says. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The cookies that the server reads so that the first paint is already right. */
export const themeCookie = "leadwright.theme";
export const navigationCookie = "leadwright.navigation";

/** The theme that a cookie's value names; the system's when it names none. */
export const parseTheme = (value: string | undefined): Theme => themes.find((theme) => theme === value) ?? "system";

/** The theme in force in this browser. */
export const currentTheme = (): Theme => parseTheme(document.documentElement.dataset.theme);

/** Shows the page in `theme` and remembers it for a year. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  rememberChoice(themeCookie, theme);
}

/** Remembers whether the navigation shows only its icons. */
export const rememberNavigation = (collapsed: boolean): void =>
  rememberChoice(navigationCookie, collapsed ? "collapsed" : "open");

function rememberChoice(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
}
