// People: found by a query, and each with what is known of them.

import { get, post } from "./api.js";
import { alertPlace, count, field, fill, h, lead, number, percent, statusPlace, tell } from "./dom.js";
import { evidenceLine } from "./experts.js";

const FACETS = {
  company: "Company",
  title: "Title",
  skill: "Skill",
  place: "Place",
  industry: "Industry",
  school: "School",
  language: "Language",
  interest: "Interest",
  site: "Site",
  knownby: "Known by",
};

export function peopleView(context) {
  const element = h("div");
  const list = search(context);
  const person = h("div");
  let turn = 0;

  async function showPerson(id) {
    const mine = ++turn;
    const alert = alertPlace();
    const status = statusPlace();
    fill(element, person);
    fill(person, h("h1", null, "Person"), status, alert);
    status.textContent = "Looking …";
    try {
      const found = await get(`/people/${id}`);
      if (mine === turn) {
        fill(person, detail(context, found));
      }
    } catch (problem) {
      if (mine === turn) {
        status.textContent = "";
        tell(alert, problem);
      }
    }
  }

  function show(shown) {
    if (shown?.person) {
      showPerson(shown.person);
    } else {
      turn++;
      fill(element, list.element);
      list.refresh();
    }
  }

  return { element, show };
}

function search(context) {
  const alert = alertPlace();
  const status = statusPlace();
  const results = h("ol", { class: "results" });
  const onward = h("div");
  const facets = h("section", { class: "facets", "aria-label": "Narrow down" });
  const q = h("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const sort = h(
    "select",
    { onchange: () => run() },
    h("option", { value: "relevance" }, "Best match first"),
    h("option", { value: "ties" }, "Most ties first"),
    h("option", { value: "name" }, "By name"),
  );
  /** Values chosen, by facet. */
  const filters = new Map();
  const labels = new Map();
  let turn = 0;

  function question(cursor) {
    return {
      q: q.value,
      filters: Object.fromEntries([...filters].map(([name, values]) => [name, [...values]])),
      facets: cursor ? [] : Object.keys(FACETS),
      histogram: !cursor,
      sort: sort.value,
      cursor,
    };
  }

  async function run(cursor) {
    const mine = ++turn;
    fill(alert);
    q.removeAttribute("aria-invalid");
    status.textContent = "Looking …";
    let answer;
    try {
      answer = await post("/people/search", question(cursor));
    } catch (problem) {
      if (mine === turn) {
        status.textContent = "";
        tell(alert, problem);
        if (problem.position !== undefined && problem.position !== null) {
          q.setAttribute("aria-invalid", "true");
          q.focus();
          q.setSelectionRange(problem.position, q.value.length);
        }
      }
      return;
    }
    if (mine !== turn) {
      return;
    }
    status.textContent = answer.total === 0 ? "Nobody is found." : `${count(answer.total, "person", "people")}.`;
    const lines = answer.people.map((p) => personLine(context, p));
    if (cursor) {
      results.append(...lines);
      lines[0]?.querySelector("button").focus();
    } else {
      fill(results, lines);
      showFacets(answer);
    }
    fill(onward, answer.next && h("button", { type: "button", onclick: () => run(answer.next) }, "Show more"));
    if (!cursor && answer.total === 0 && q.value.trim() === "" && filters.size === 0) {
      fill(onward, h("p", null, "Nobody is known yet. ", lead("Hand in an archive", () => context.go("imports")), " to begin."));
    }
  }

  function toggle(name, value) {
    const values = filters.get(name) ?? new Set();
    if (!values.delete(value)) {
      values.add(value);
    }
    if (values.size === 0) {
      filters.delete(name);
    } else {
      filters.set(name, values);
    }
    run();
  }

  function showFacets(answer) {
    // The chips are made anew; who works by the keyboard stays where they were.
    const focused = facets.contains(document.activeElement) ? document.activeElement.dataset.chip : null;
    fill(
      facets,
      filters.size > 0 &&
        h(
          "button",
          {
            type: "button",
            onclick: () => {
              filters.clear();
              run();
              q.focus();
            },
          },
          "Clear all choices",
        ),
      Object.entries(FACETS).map(([name, title]) => group(name, title, answer.facets[name] ?? [])),
      years(answer.years ?? {}),
    );
    if (focused) {
      (facets.querySelector(`[data-chip="${CSS.escape(focused)}"]`) ?? status).focus();
    }
  }

  function group(name, title, counts) {
    const chosen = filters.get(name) ?? new Set();
    const listed = new Set(counts.map((c) => c.value));
    const absent = [...chosen].filter((value) => !listed.has(value)).map((value) => ({ value, count: 0 }));
    const all = [...absent, ...counts];
    all.filter((c) => c.label).forEach((c) => labels.set(c.value, c.label));
    const text = (c) => labels.get(c.value) ?? (name === "site" ? context.siteTitle(c.value) : c.value);
    return (
      all.length > 0 && [
        h("h3", null, title),
        h(
          "ul",
          { class: "chips" },
          all.map((c) =>
            h(
              "li",
              null,
              h(
                "button",
                {
                  type: "button",
                  class: "chip",
                  "aria-pressed": String(chosen.has(c.value)),
                  "data-chip": `${name}:${c.value}`,
                  onclick: () => toggle(name, c.value),
                },
                text(c),
                h("span", { class: "number" }, ` ${number(c.count)}`),
              ),
            ),
          ),
        ),
      ]
    );
  }

  const form = h(
    "form",
    {
      class: "card ask",
      role: "search",
      onsubmit: (e) => {
        e.preventDefault();
        run();
      },
    },
    field("Search people", q, "Words, or what is said in a field: company:acme title:engineer"),
    field("Order", sort),
    h("button", { class: "primary" }, "Search"),
  );
  status.tabIndex = -1;
  const element = h(
    "div",
    null,
    h("h1", null, "People"),
    form,
    alert,
    status,
    h("div", { class: "columns" }, h("div", null, results, onward), facets),
  );
  return { element, refresh: () => run() };
}

function years(counts) {
  const most = Math.max(1, ...Object.values(counts));
  const entries = Object.entries(counts);
  return (
    entries.length > 0 && [
      h("h3", null, "Connected in"),
      h(
        "ul",
        { class: "years" },
        entries.map(([year, people]) => {
          const bar = h("span", { class: "bar", "aria-hidden": "true" });
          bar.style.setProperty("--part", String(people / most));
          return h("li", null, h("span", null, year), bar, h("span", { class: "figure" }, number(people)));
        }),
      ),
    ]
  );
}

function personLine(context, p) {
  const work = [p.title, p.organization].filter(Boolean).join(", ");
  return h(
    "li",
    { class: "card" },
    h("h2", null, lead(p.name, () => context.openPerson(p.id))),
    p.headline && h("p", null, p.headline),
    work && work !== p.headline && h("p", null, work),
    h(
      "p",
      { class: "hint" },
      [
        count(p.ties, "tie", "ties"),
        p.knownBy.length > 0 && `known by ${p.knownBy.map((m) => m.name).join(", ")}`,
        [...new Set(p.accounts.map((a) => context.siteTitle(a.site)))].join(", "),
      ]
        .filter(Boolean)
        .join(" · "),
    ),
  );
}

function detail(context, p) {
  const line = (term, values) => values.length > 0 && [h("dt", null, term), h("dd", null, values.join(", "))];
  const names = p.names.filter((name) => name !== p.name);
  return [
    h("p", null, lead("All people", () => context.go("people"))),
    h("h1", null, p.name),
    p.headline && h("p", { class: "headline" }, p.headline),
    p.layer === "private" && h("p", { class: "hint" }, "Only your own archives tell of this person; nobody else sees them."),
    h(
      "button",
      { type: "button", class: "primary", onclick: () => context.openRoutes({ id: p.id, name: p.name }) },
      "Who can introduce us?",
    ),
    h(
      "dl",
      { class: "facts" },
      line("Also named", names),
      line("Member", p.member ? [p.member.name] : []),
      line("Known by", p.knownBy.map((m) => m.name)),
      line("Organizations", p.organizations),
      line("Titles", p.titles),
      line("Skills", p.skills),
      line("Places", p.places),
      line("Industries", p.industries),
      line("Schools", p.schools),
      line("Languages", p.languages),
      line("Interests", p.interests),
    ),
    h("h2", null, "Accounts"),
    h(
      "ul",
      null,
      p.accounts.map((a) =>
        h("li", { class: "long" }, `${context.siteTitle(a.site)}: ${a.key}${a.kind === "name" ? " (by name only)" : ""}`),
      ),
    ),
    h("h2", null, "Evidence"),
    p.evidence.length === 0
      ? h("p", null, "None.")
      : h("ul", { class: "evidence" }, p.evidence.map((e) => evidenceLine(context, e))),
    h("h2", null, count(p.tieCount, "tie", "ties")),
    p.tieCount > p.ties.length && h("p", { class: "hint" }, `The ${number(p.ties.length)} strongest are shown.`),
    h(
      "ul",
      { class: "evidence" },
      p.ties.map((t) =>
        h(
          "li",
          null,
          lead(t.person.name, () => context.openPerson(t.person.id)),
          ` answers with a chance of ${percent(t.probability)}`,
          t.reasons.length > 0 && h("ul", { class: "reasons" }, t.reasons.map((reason) => h("li", null, reason))),
        ),
      ),
    ),
  ];
}
