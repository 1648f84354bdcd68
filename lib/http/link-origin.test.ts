import { expect, test } from "vitest";
import { linkOrigin } from "./link-origin";

test("APP_URL decides, whatever host the request names", () => {
  expect(linkOrigin({ appUrl: "https://crm.example/", sendsMail: true }, "evil.example", "http")).toBe(
    "https://crm.example",
  );
});

test("without it, mail that goes out names no host that a stranger may have chosen", () => {
  expect(linkOrigin({ appUrl: undefined, sendsMail: true }, "evil.example", "https")).toBeNull();
  expect(linkOrigin({ appUrl: undefined, sendsMail: true }, "localhost.evil.example", "https")).toBeNull();
  expect(linkOrigin({ appUrl: undefined, sendsMail: true }, "localhost:3000", "http")).toBe("http://localhost:3000");
  expect(linkOrigin({ appUrl: undefined, sendsMail: true }, "127.0.0.1:3000", "http")).toBe("http://127.0.0.1:3000");
});

test("mail that is only kept names the host the administrator sees", () => {
  expect(linkOrigin({ appUrl: undefined, sendsMail: false }, "crm.internal:8080", "http")).toBe(
    "http://crm.internal:8080",
  );
  expect(linkOrigin({ appUrl: undefined, sendsMail: false }, "no host", "http")).toBeNull();
  expect(linkOrigin({ appUrl: undefined, sendsMail: false }, null, "http")).toBeNull();
});
