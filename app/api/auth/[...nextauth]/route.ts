import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { clientAddress } from "@/lib/access/client-address";
import { configureNextAuth } from "@/lib/config/next-auth";
import { authOptions } from "./options";

configureNextAuth();

type Route = { params: Promise<{ nextauth: string[] }> };

/** Signing in and out, by next-auth. */
function handle(request: NextRequest, route: Route): Promise<Response> {
  const browser = { address: clientAddress(request.headers), userAgent: request.headers.get("user-agent") };
  // next-auth's types still have the parameters of a route as they were before Next 15.
  return NextAuth(request, route as never, authOptions(browser)) as Promise<Response>;
}

export { handle as GET, handle as POST };
