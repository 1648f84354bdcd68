/** Whether `text` is a language tag (BCP 47) whose customs are known here, such as `de-CH`. */
export function isLocale(text: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}
