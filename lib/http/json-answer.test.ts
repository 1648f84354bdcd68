import { expect, it } from "vitest";
import { jsonAnswer, partsOfAnswer } from "./json-answer";

const made = () => jsonAnswer({ name: "é" }, { status: 201, headers: { "x-one": "1" } });

it("has its parts at hand for a server that knows it", () => {
  expect(partsOfAnswer(made())).toEqual({
    status: 201,
    headers: { "content-type": "application/json", "x-content-type-options": "nosniff", "x-one": "1" },
    body: '{"name":"é"}',
  });
  expect(partsOfAnswer(Response.json({}))).toBeNull();
});

it("is a Response in every respect for everybody else", async () => {
  const answer = made();
  expect(answer).toBeInstanceOf(Response);
  expect([answer.status, answer.ok, answer.headers.get("x-one"), answer.bodyUsed]).toEqual([201, true, "1", false]);
  expect(await answer.clone().text()).toBe('{"name":"é"}');
  expect(await answer.json()).toEqual({ name: "é" });
  expect(answer.bodyUsed).toBe(true);
  expect(await new Response(made().body, made()).json()).toEqual({ name: "é" });
});

it("has no parts any more once its headers may have been changed", () => {
  const answer = made();
  answer.headers.set("x-two", "2");
  expect(partsOfAnswer(answer)).toBeNull();
  expect(answer.headers.get("x-two")).toBe("2");
});
