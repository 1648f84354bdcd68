import { inLanguage } from "@/lib/kit/language";
import { sayNumber } from "@/lib/kit/number";

const example = () => sayNumber(1250.5, { minimumFractionDigits: 2 });

/** What is said of text that is no number as its reader writes numbers. */
export const numberMessages = inLanguage("numbers", {
  notNumber: () => `Write a number. For example ${example()}.`,
  notMoney: () => `Write an amount, such as ${example()}.`,
});
