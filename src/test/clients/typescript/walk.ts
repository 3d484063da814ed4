// What a client of the API does every day, with nothing but what is generated from the contract.
import createClient from "openapi-fetch";
import type { components, paths } from "./contract.js";

const api = createClient<paths>({ baseUrl: process.argv[2]! });
const deal = "microsoft-openai";

// All pages of a collection.
const clauses: components["schemas"]["Clause"][] = [];
let cursor: string | undefined;
do {
  const { data } = await api.GET("/v1/deals/{deal}/clauses", {
    params: { path: { deal }, query: { limit: 4, cursor, lang: "fr" } },
  });
  const page = data as components["schemas"]["ClausePage"];
  clauses.push(...page.items);
  const next = page.page.next;
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
