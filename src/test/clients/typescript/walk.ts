// What a client of the API does every day, with nothing but what is generated from the contract.
import createClient from "openapi-fetch";
import type { components, paths } from "./contract.js";

// Without the media types, data would be whatever any of them holds.
const api = createClient<paths, "application/json" | "application/problem+json">({
  baseUrl: process.argv[2]!,
});
const deal = "microsoft-openai";

// All pages of a collection.
const clauses: components["schemas"]["Clause"][] = [];
let cursor: string | undefined;
do {
  const { data } = await api.GET("/v1/deals/{deal}/clauses", {
    params: { path: { deal }, query: { limit: 4, cursor, lang: "fr" } },
  });
  clauses.push(...data!.items);
  const next = data!.page.next;
  cursor = next === undefined ? undefined : (new URL(next).searchParams.get("cursor") ?? undefined);
} while (cursor !== undefined);
console.log(`clauses ${clauses.length} ${new Set(clauses.map((each) => each.id)).size}`);
console.log(`first ${clauses[0]!.id} ${clauses[0]!.status}`);

// Nothing has changed since.
const first = await api.GET("/v1/deals/{deal}", { params: { path: { deal } } });
const again = await api.GET("/v1/deals/{deal}", {
  params: { path: { deal }, header: { "If-None-Match": first.response.headers.get("ETag")! } },
});
console.log(`again ${again.response.status} ${again.data === undefined}`);

// What is wrong, in the language of the client.
const { error } = await api.GET("/v1/deals/{deal}/clauses", {
  params: { path: { deal }, query: { limit: 1000, lang: "fr" } },
});
console.log(`problem ${error!.status} ${error!.title} ${error!.errors![0]!.parameter}`);

// A write says what it replaces and why; without a token it is refused.
const write = await api.PUT("/v1/deals/{deal}/dossier", {
  params: {
    path: { deal },
    query: { dryRun: true },
    header: { "If-Match": "*", "Clausebook-Note": "A try" },
  },
  body: { deal },
});
if (write.error?.status !== 401) {
  throw new Error(`not refused: ${write.response.status}`);
}
