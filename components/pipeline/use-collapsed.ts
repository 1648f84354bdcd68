import { rememberedSet } from "./remembered-set";

const columns = rememberedSet("leadwright.board.collapsed");

/** The columns that this browser keeps closed, by stage, and the way to close and open one. */
export const useCollapsed = (): [ReadonlySet<string>, (stageId: string) => void] => [columns.use(), columns.toggle];
