// Starts the page: who is signed in, and which of its views is shown.

import { get, onSignedOut, post, signIn } from "./api.js";
import { alertPlace, field, fill, h, tell } from "./dom.js";
import { expertsView } from "./experts.js";
import { importsView } from "./imports.js";
import { peopleView } from "./people.js";
import { routesView } from "./routes.js";

const FIRST = "people";
const makers = { people: peopleView, experts: expertsView, routes: routesView, imports: importsView };
const titles = { people: "People", experts: "Experts", routes: "Routes", imports: "Imports" };

const main = document.getElementById("main");
const navigation = document.getElementById("navigation");
const member = document.getElementById("member");

/** The views of who is signed in; null while nobody is. */
let views = null;
let shown = null;

// Addresses name a view and nothing more. What it shows is kept here, by the state of the history.
const details = new Map();

function go(name, detail) {
  const key = `${performance.timeOrigin}/${details.size}`;
  details.set(key, detail);
  history.pushState(key, "", `/#${name}`);
  show(name, detail);
}

function show(name, detail) {
  shown?.hide?.();
  shown = views[name];
  document.title = `${titles[name]} – Kithway`;
  for (const link of navigation.querySelectorAll("a")) {
    if (link.hash === `#${name}`) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
  fill(main, shown.element);
  shown.show(detail);
  window.scrollTo(0, 0);
  main.focus({ preventScroll: true });
}

function addressed() {
  const name = location.hash.slice(1);
  return Object.hasOwn(makers, name) ? name : FIRST;
}

async function enter() {
  const [me, members, connectors] = await Promise.all([get("/me"), get("/members"), get("/connectors")]);
  const siteTitles = new Map(connectors.connectors.map((c) => [c.site, c.title]));
  siteTitles.set("email", "e-mail");
  const context = {
    me,
    members: members.members,
    connectors: connectors.connectors,
    siteTitle: (site) => siteTitles.get(site) ?? site,
    openPerson: (id) => go("people", { person: id }),
    openImport: (id) => go("imports", { imported: id }),
    openRoutes: (person) => go("routes", { to: person }),
    go,
  };
  views = Object.fromEntries(Object.entries(makers).map(([name, make]) => [name, make(context)]));
  fill(
    member,
    h("span", null, `${me.name}, ${me.organization.name}`),
    h("button", { type: "button", onclick: leave }, "Sign out"),
  );
  navigation.hidden = false;
  member.hidden = false;
  show(addressed());
}

async function leave() {
  try {
    await post("/sign-out");
    signInPage();
  } catch (e) {
    signInPage(e);
  }
}

/** Forgets what was shown, and asks for a link. */
function signInPage(error) {
  shown?.hide?.();
  shown = null;
  views = null;
  details.clear();
  navigation.hidden = true;
  member.hidden = true;
  fill(member);
  document.title = "Sign in – Kithway";
  const alert = alertPlace();
  const link = h("input", { type: "text", autocomplete: "off", spellcheck: "false", required: true });
  fill(
    main,
    h("h1", null, "Sign in"),
    h("p", null, "Open the link that your administrator gave you. It can be used once."),
    h("p", null, "On the server, ", h("code", null, "kithway link"), " prints a fresh one."),
    h(
      "form",
      {
        class: "card",
        onsubmit: (e) => {
          e.preventDefault();
          enterBy(link.value.trim().split("#").at(-1));
        },
      },
      field("Or paste the link here", link),
      h("button", { class: "primary" }, "Sign in"),
    ),
    alert,
  );
  if (error) {
    tell(alert, error);
  }
}

async function enterBy(token) {
  try {
    await signIn(token);
    await enter();
  } catch (e) {
    signInPage(e);
  }
}

async function start() {
  onSignedOut(() => {
    if (views !== null) {
      signInPage({ title: "Signed out.", detail: "Your session has ended. Sign in again." });
    }
  });
  window.addEventListener("popstate", () => views && show(addressed(), details.get(history.state)));
  navigation.addEventListener("click", (e) => {
    const link = e.target.closest("a");
    if (link && !e.ctrlKey && !e.metaKey && !e.shiftKey) {
      e.preventDefault();
      go(link.hash.slice(1));
    }
  });
  document.getElementById("skip").addEventListener("click", (e) => {
    e.preventDefault();
    main.focus();
  });
  // A file that misses its place must not take the place of the page.
  for (const event of ["dragover", "drop"]) {
    window.addEventListener(event, (e) => e.preventDefault());
  }
  if (location.pathname === "/sign-in") {
    const token = location.hash.slice(1);
    // First of all: the link shall not stay in the history.
    history.replaceState(null, "", "/");
    await enterBy(token);
    return;
  }
  try {
    await enter();
  } catch (e) {
    signInPage(e.status === 401 ? null : e);
  }
}

start();
