/** What a mail of ours says. Everything is plain text; it is escaped where that is needed. */
export type MailContent = {
  /** The first line, such as `Hello Ada,`. */
  greeting: string;
  paragraphs: string[];
  /** One thing to do, as a button. Its address is spelled out as well, for those who do not see buttons. */
  action?: { label: string; url: string };
  /** Who writes, such as the location's name. */
  sender: string;
  /** Why this came, in small print. */
  footer?: string;
};

/**
 * The body of a mail, once as text and once as HTML that says the same: one column, readable without
 * images, styles or colours, and by screen readers.
 *
 * @throws Error when the action's address is not http or https: that is a mistake of ours.
 */
export function layoutMail(content: MailContent): { text: string; html: string } {
  if (content.action && !/^https?:\/\//i.test(content.action.url)) throw new Error("A mail may only link to the web.");
  return { text: asText(content), html: asHtml(content) };
}

/** `text` as it is written in HTML, in an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function asText({ greeting, paragraphs, action, sender, footer }: MailContent): string {
  const parts = [greeting, ...paragraphs];
  if (action) parts.push(`${action.label}:\n${action.url}`);
  parts.push(sender);
  if (footer) parts.push(`-- \n${footer}`);
  return `${parts.join("\n\n")}\n`;
}

function asHtml({ greeting, paragraphs, action, sender, footer }: MailContent): string {
  const parts = [greeting, ...paragraphs].map((text) => `<p>${lines(text)}</p>`);
  if (action) {
    const url = escapeHtml(action.url);
    parts.push(
      `<p><a href="${url}" style="${buttonStyle}">${escapeHtml(action.label)}</a></p>`,
      `<p style="${smallStyle}">Or open this address: <a href="${url}" style="color:#1d4ed8">${url}</a></p>`,
    );
  }
  parts.push(`<p>${lines(sender)}</p>`);
  if (footer) parts.push(`<p style="${smallStyle}">${lines(footer)}</p>`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(sender)}</title></head>
<body style="${bodyStyle}">
<div style="max-width:560px;margin:0 auto">
${parts.join("\n")}
</div>
</body>
</html>
`;
}

/** Line breaks stay line breaks. */
const lines = (text: string): string => escapeHtml(text).replace(/\r?\n/g, "<br>");

// Colours meet WCAG AA on white; mail programs know no style sheets, so each element carries its own.
const bodyStyle = "margin:0;padding:24px;background:#ffffff;color:#1f2937;font:16px/1.5 system-ui,sans-serif";
const buttonStyle =
  "display:inline-block;padding:12px 20px;border-radius:6px;background:#1d4ed8;color:#ffffff;text-decoration:none";
const smallStyle = "color:#4b5563;font-size:14px;overflow-wrap:anywhere";
