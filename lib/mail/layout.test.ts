import { expect, test } from "vitest";
import { layoutMail } from "./layout";

const content = {
  greeting: "Hello <Ada>,",
  paragraphs: ['You & "we"', "first line\nsecond line"],
  action: { label: "Open >", url: 'https://example.com/?a=1&b="x"' },
  sender: "O'Hara",
  footer: "You get this because <you> asked.",
};

test("text and HTML say the same, and HTML is escaped", () => {
  const { text, html } = layoutMail(content);
  expect(text).toBe(
    'Hello <Ada>,\n\nYou & "we"\n\nfirst line\nsecond line\n\nOpen >:\nhttps://example.com/?a=1&b="x"\n\nO\'Hara\n\n-- \nYou get this because <you> asked.\n',
  );
  expect(html).toContain("<p>Hello &#60;Ada&#62;,</p>");
  expect(html).toContain("<p>You &#38; &#34;we&#34;</p>");
  expect(html).toContain("first line<br>second line");
  expect(html).toContain('href="https://example.com/?a=1&#38;b=&#34;x&#34;"');
  expect(html).toContain("<title>O&#39;Hara</title>");
  expect(html).toContain("&#60;you&#62; asked.");
});

test("a mail links to the web and nowhere else", () => {
  expect(() => layoutMail({ ...content, action: { label: "Open", url: "javascript:alert(1)" } })).toThrow(
    "may only link",
  );
});
