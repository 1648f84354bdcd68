import { inLanguage } from "@/lib/kit/language";
import { sayNumber } from "@/lib/kit/number";

const cells = (count: number) => (count === 1 ? "1 cell" : `${sayNumber(count)} cells`);
const lines = (count: number) => (count === 1 ? "1 line" : `${sayNumber(count)} lines`);

/** The words of pasting into the list. */
export const pasteMessages = inLanguage("paste", {
  title: (count: number) => (count === 0 ? "Nothing can be pasted" : `Change ${cells(count)}?`),
  hint: "It can be undone.",
  unchanged: (count: number) => `${cells(count)} ${count === 1 ? "has" : "have"} this value already.`,
  refused: (count: number) =>
    count === 1
      ? "1 cell stays as it is: the value does not fit."
      : `${cells(count)} stay as they are: the values do not fit.`,
  preview: "What changes",
  leftOut: (count: number) =>
    `${lines(count)} left out: there is no lead for ${count === 1 ? "it" : "them"} on screen, or more than 200 at once.`,
  lead: "Lead",
  column: "Column",
  before: "Now",
  after: "Pasted",
  empty: "empty",
  more: (count: number) => `and ${cells(count)} more`,
  paste: (count: number) => `Change ${cells(count)}`,
  pasted: (count: number) => `${cells(count)} changed`,
  failed: "The cells were not changed",
  clash: (who: string) => `${who} changed it meanwhile`,
  clashed: "Somebody changed it meanwhile",
  nothing: "These cells have these values already",
  fixed: "This column can not be changed here.",
  noChoice: (word: string) => (word === "" ? "This can not be empty." : `There is no “${word}” to choose.`),
  noFlag: "Write yes or no.",
});
