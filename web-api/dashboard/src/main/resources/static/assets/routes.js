// Who can introduce us to somebody.

import { post } from "./api.js";
import { alertPlace, count, field, fill, h, lead, percent, statusPlace, tell } from "./dom.js";

const HOPS = [1, 2, 3, 4, 5, 6];
const USUAL_HOPS = 4;

export function routesView(context) {
  const alert = alertPlace();
  const status = statusPlace();
  const results = h("ol", { class: "results" });
  const leftOut = h("div");
  const to = h("input", { type: "search", autocomplete: "off", spellcheck: "false", required: true });
  const from = h(
    "select",
    null,
    h("option", { value: "" }, "Any member"),
    context.members.map((m) => h("option", { value: m.id }, m.name)),
  );
  const hops = h("select", null, HOPS.map((n) => h("option", { value: String(n), selected: n === USUAL_HOPS }, String(n))));
  /** The person whose name stands in the box; null if it holds a query. */
  let chosen = null;
  const excluded = new Map();
  let turn = 0;

  async function run() {
    const mine = ++turn;
    fill(alert);
    fill(results);
    status.textContent = "Looking …";
    try {
      const answer = await post("/routes", {
        to: chosen?.name === to.value ? chosen.id : to.value,
        from: from.value || undefined,
        maxHops: Number(hops.value),
        exclude: [...excluded.keys()],
      });
      if (mine === turn) {
        status.textContent = told(answer);
        fill(results, answer.routes.map((route) => card(context, route, exclude)));
      }
    } catch (problem) {
      if (mine === turn) {
        status.textContent = "";
        tell(alert, problem);
      }
    }
  }

  function exclude(person) {
    excluded.set(person.id, person.name);
    showExcluded();
    run();
    to.focus();
  }

  function showExcluded() {
    fill(
      leftOut,
      excluded.size > 0 && h("p", null, "Left out (choose one to let them back in):"),
      h(
        "ul",
        { class: "chips" },
        [...excluded].map(([id, name]) =>
          h(
            "li",
            null,
            h(
              "button",
              {
                type: "button",
                class: "chip",
                "aria-label": `Let ${name} back in`,
                onclick: () => {
                  excluded.delete(id);
                  showExcluded();
                  to.focus();
                  run();
                },
              },
              `${name} ×`,
            ),
          ),
        ),
      ),
    );
  }

  const element = h(
    "div",
    null,
    h("h1", null, "Routes"),
    h(
      "form",
      {
        class: "card ask",
        onsubmit: (e) => {
          e.preventDefault();
          run();
        },
      },
      field("Whom do you want to reach?", to, "A name, or a query such as company:acme title:engineer"),
      field("Starting from", from),
      field("Introductions in a row, at most", hops),
      h("button", { class: "primary" }, "Find routes"),
      leftOut,
    ),
    alert,
    status,
    results,
  );

  function show(detail) {
    if (detail?.to) {
      chosen = detail.to;
      to.value = chosen.name;
      run();
    }
  }

  return { element, show };
}

function told(answer) {
  if (answer.sources === 0) {
    return "It is not known yet who the members are: an archive of theirs has to be handed in first.";
  }
  if (answer.targets === 0) {
    return "Nobody is found by that query.";
  }
  const searched = `from ${count(answer.sources, "member", "members")} to ${count(answer.targets, "person", "people")}`;
  if (answer.routes.length === 0) {
    return `No route is known ${searched}.`;
  }
  const best = answer.complete ? "" : " The search was cut short: there may be better ones.";
  return `${count(answer.routes.length, "route", "routes")} ${searched}, the likeliest first.${best}`;
}

function card(context, route, exclude) {
  const person = (named) => lead(named.name, () => context.openPerson(named.id));
  return h(
    "li",
    { class: "card" },
    h("h2", null, `${percent(route.probability)} chance that it leads there`),
    h(
      "ol",
      { class: "hops" },
      route.hops.map((hop, i) =>
        h(
          "li",
          null,
          h("p", null, person(hop.from), " asks ", person(hop.to), `: ${percent(hop.probability)} chance of an answer`),
          hop.reasons.length > 0 && h("ul", { class: "reasons" }, hop.reasons.map((reason) => h("li", null, reason))),
          i < route.hops.length - 1 &&
            h("button", { type: "button", class: "small", onclick: () => exclude(hop.to) }, `Not by way of ${hop.to.name}`),
        ),
      ),
    ),
  );
}
