const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Whether a text is the ISO 4217 code of a currency, such as `EUR`. */
export const isCurrency = (text: string): boolean => codes.has(text);
