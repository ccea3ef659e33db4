// Who knows about something, and what shows it.

import { post } from "./api.js";
import { alertPlace, count, field, fill, h, lead, statusPlace, tell, words } from "./dom.js";

export function expertsView(context) {
  const alert = alertPlace();
  const status = statusPlace();
  const results = h("ol", { class: "results" });
  const asked = h("input", { type: "search", autocomplete: "off", required: true, maxlength: "500" });
  let turn = 0;

  async function run(e) {
    e.preventDefault();
    const mine = ++turn;
    fill(alert);
    fill(results);
    status.textContent = "Looking …";
    try {
      const { experts } = await post("/experts", { topic: asked.value });
      if (mine === turn) {
        status.textContent = experts.length === 0 ? "Nobody is found. Try other words." : `${count(experts.length, "expert", "experts")}.`;
        fill(results, experts.map((expert) => card(context, expert)));
      }
    } catch (problem) {
      if (mine === turn) {
        status.textContent = "";
        tell(alert, problem);
      }
    }
  }

  const element = h(
    "div",
    null,
    h("h1", null, "Experts"),
    h(
      "form",
      { class: "card ask", role: "search", onsubmit: run },
      field("Who is an expert in …", asked, "In plain words, such as machine learning. Each score is the sum of the evidence below it."),
      h("button", { class: "primary" }, "Ask"),
    ),
    alert,
    status,
    results,
  );
  return { element, show() {} };
}

function card(context, expert) {
  return h(
    "li",
    { class: "card" },
    h(
      "div",
      { class: "row apart" },
      h("h2", null, lead(expert.person.name, () => context.openPerson(expert.person.id))),
      h("strong", null, `${points(expert.score)} points`),
    ),
    expert.person.headline && h("p", null, expert.person.headline),
    h("ul", { class: "evidence" }, expert.evidence.map((e) => evidenceLine(context, e))),
    expert.more && h("p", { class: "hint" }, `and ${expert.more.count} more, ${points(expert.more.points)} points together`),
    h(
      "button",
      { type: "button", onclick: () => context.openRoutes({ id: expert.person.id, name: expert.person.name }) },
      "Who can introduce us?",
    ),
  );
}

/** What was said or done, when, where, by whom, and what it counts for if it does. */
export function evidenceLine(context, e) {
  return h(
    "li",
    null,
    h("p", null, e.text),
    h(
      "p",
      { class: "hint" },
      e.points !== undefined && `${points(e.points)} points · `,
      [words(e.kind), e.date, context.siteTitle(e.site)].filter(Boolean).join(" · "),
      e.by && [" · by ", e.by.id ? lead(e.by.name, () => context.openPerson(e.by.id)) : e.by.name],
      " · source: ",
      lead(e.place, () => context.openImport(e.import)),
    ),
  );
}

function points(value) {
  return value.toFixed(2);
}
