const storageKey = "leadwright.recent-leads";
const most = 20;

/** The ids of the leads that were opened in this browser, the last first. Which of them may be read now, the API knows. */
export function recentLeads(): string[] {
  try {
    return (localStorage.getItem(storageKey) ?? "").split(" ").filter((id) => /^[0-9A-Za-z]{20}$/.test(id));
  } catch {
    // Storage that is refused remembers nothing.
    return [];
  }
}

/** Remembers that a lead was opened. */
export function rememberLead(leadId: string): void {
  try {
    const ids = [leadId, ...recentLeads().filter((id) => id !== leadId)];
    localStorage.setItem(storageKey, ids.slice(0, most).join(" "));
  } catch {
    // Storage that is refused remembers nothing.
  }
}
