// Archives: handed in, watched, and taken back.

import { get, handIn, post, watchImport } from "./api.js";
import { alertPlace, bytes, count, field, fill, h, lead, number, statusPlace, table, tell, time, words } from "./dom.js";

const PAGE = 50;
const UNDOABLE = new Set(["completed", "needs_attention"]);
const FIGURE = "figure";

export function importsView(context) {
  const element = h("div");
  let stop = () => {};

  function hide() {
    stop();
    stop = () => {};
  }

  function show(detail) {
    hide();
    if (detail?.imported) {
      stop = one(context, element, detail.imported);
    } else {
      overview(context, element);
    }
  }

  return { element, show, hide };
}

function overview(context, element) {
  const list = h("div");
  const alert = alertPlace();
  fill(
    element,
    h("h1", null, "Imports"),
    handInForm(context),
    howTo(context.connectors),
    h("h2", null, "Handed in so far"),
    alert,
    list,
  );
  more(context, list, alert, []);
}

function handInForm(context) {
  const alert = alertPlace();
  const status = statusPlace();
  const bar = h("progress", { max: "1", hidden: true, "aria-label": "Sent so far" });
  const file = h("input", { type: "file", required: true });
  const button = h("button", { class: "primary" }, "Hand in");
  const choice = (value, text, checked) =>
    h("label", { class: "choice" }, h("input", { type: "radio", name: "share", value, checked }), text);
  const site = h(
    "select",
    null,
    h("option", { value: "" }, "Find out from the archive"),
    context.connectors.map((c) => h("option", { value: c.site }, c.title)),
  );
  const admin = context.me.role === "admin";
  const owner = h("input", { type: "text", list: "members", autocomplete: "off", maxlength: "200", value: context.me.name });

  async function submit(e) {
    e.preventDefault();
    fill(alert);
    const fields = { share: form.elements.share.value };
    if (admin && owner.value.trim() !== "") {
      fields.member = owner.value.trim();
    }
    if (site.value !== "") {
      fields.site = site.value;
    }
    button.disabled = true;
    bar.hidden = false;
    status.textContent = "Sending the archive …";
    try {
      const imported = await handIn(file.files[0], fields, (sent) => {
        bar.value = sent;
        status.textContent = sent < 1 ? "Sending the archive …" : "Sent. The server takes it in …";
      });
      if (form.isConnected) {
        context.openImport(imported.id);
      }
    } catch (problem) {
      status.textContent = "";
      tell(alert, problem);
    } finally {
      button.disabled = false;
      bar.hidden = true;
      bar.removeAttribute("value");
    }
  }

  function drop(e) {
    e.preventDefault();
    place.classList.remove("over");
    fill(alert);
    if (e.dataTransfer.files.length === 1) {
      file.files = e.dataTransfer.files;
      status.textContent = "The archive is chosen. Check who may see it, then hand it in.";
    } else {
      tell(alert, { title: "One archive at a time.", detail: "Drop a single file, as the site handed it to you." });
    }
  }

  const place = h(
    "div",
    {
      class: "drop",
      ondragover: (e) => {
        e.preventDefault();
        place.classList.add("over");
      },
      ondragleave: () => place.classList.remove("over"),
      ondrop: drop,
    },
    field("Archive", file, "Choose the file that the site handed to you, or drop it here. It need not be unpacked."),
  );
  const form = h(
    "form",
    { class: "card", onsubmit: submit },
    h("h2", null, "Hand in an archive"),
    place,
    h(
      "fieldset",
      null,
      h("legend", null, "Who may see what it tells"),
      choice("private", admin ? "Only the member whose archive it is" : "Only I", true),
      choice("organization", `Everybody at ${context.me.organization.name}`, false),
    ),
    admin && [
      field("Whose archive it is", owner, "A member's name. A name that is new makes a new member."),
      h("datalist", { id: "members" }, context.members.map((m) => h("option", { value: m.name }))),
    ],
    field("Site", site),
    button,
    bar,
    status,
    alert,
  );
  return form;
}

function howTo(connectors) {
  const list = (title, items, tag) => items.length > 0 && [h("h4", null, title), h(tag, null, items.map((i) => h("li", null, i)))];
  return connectors.map((c) =>
    h(
      "details",
      null,
      h("summary", null, `How to get your archive from ${c.title}`),
      list("Steps", c.howToExport, "ol"),
      list("What is read", c.reads, "ul"),
      list("What is never read", c.neverReads, "ul"),
    ),
  );
}

async function more(context, list, alert, known) {
  let imports;
  try {
    const page = (await get(`/imports?offset=${known.length}&limit=${PAGE}`)).imports;
    imports = [...known, ...page];
    fill(
      list,
      imports.length === 0
        ? h("p", null, "Nothing yet.")
        : table(
            "Imports, the latest first",
            [
              { text: "Archive" },
              { text: "Handed in" },
              { text: "Member" },
              { text: "Site" },
              { text: "Seen by" },
              { text: "State" },
              { text: "Kept", class: FIGURE },
            ],
            imports.map((i) => [
              lead(i.fileName, () => context.openImport(i.id)),
              time(i.submitted),
              i.member.name,
              i.site ? context.siteTitle(i.site) : "not known yet",
              i.share === "private" ? "the member" : "everybody",
              words(i.state),
              number(i.totals.kept),
            ]),
          ),
      page.length === PAGE &&
        h("button", { type: "button", onclick: () => more(context, list, alert, imports) }, "Show more"),
    );
  } catch (problem) {
    tell(alert, problem);
  }
}

/** Shows one import for as long as it goes on; returns what ends that. */
function one(context, element, id) {
  const alert = alertPlace();
  const status = statusPlace();
  const about = h("div");
  const ledger = h("div");
  const reasons = h("div");
  const undo = h("button", { type: "button", class: "danger", hidden: true, onclick: () => dialog.showModal() }, "Undo this import");
  const dialog = undoDialog(async () => {
    fill(alert);
    undo.hidden = true;
    // The button that had the focus is gone.
    status.focus();
    try {
      take(await post(`/imports/${id}/undo`));
      follow();
    } catch (problem) {
      undo.hidden = false;
      tell(alert, problem);
    }
  });
  status.tabIndex = -1;
  let stop = () => {};
  let left = false;

  function follow() {
    stop();
    if (!left) {
      stop = watchImport(id, take, (problem) => tell(alert, problem));
    }
  }

  async function take(i) {
    status.textContent = told(i);
    undo.hidden = !UNDOABLE.has(i.state) || !mayUndo(context.me, i);
    fill(about, facts(context, i));
    fill(ledger, files(i), withheld(i));
    if (i.ended && i.totals.rejected > 0) {
      try {
        fill(reasons, rejected(await get(`/imports/${id}/rejections?limit=1`)));
      } catch (problem) {
        tell(alert, problem);
      }
    }
  }

  fill(
    element,
    h("p", null, lead("All imports", () => context.go("imports"))),
    h("h1", null, "Import"),
    status,
    alert,
    about,
    undo,
    dialog,
    ledger,
    reasons,
  );
  follow();
  return () => {
    left = true;
    stop();
  };
}

function undoDialog(action) {
  const dialog = h(
    "dialog",
    { "aria-labelledby": "undo-title" },
    h("h2", { id: "undo-title" }, "Undo this import?"),
    h("p", null, "What only this archive tells will be gone from people, experts and routes. You can hand the archive in again."),
    h(
      "div",
      { class: "row" },
      h("button", { type: "button", onclick: () => dialog.close() }, "Keep it"),
      h(
        "button",
        {
          type: "button",
          class: "danger",
          onclick: () => {
            dialog.close();
            action();
          },
        },
        "Undo it",
      ),
    ),
  );
  return dialog;
}

function mayUndo(me, i) {
  return me.role === "admin" || i.member.id === me.id || i.submittedBy.id === me.id;
}

function told(i) {
  const records = i.totals.read === 0 ? "" : ` ${count(i.totals.read, "record", "records")} read, ${number(i.totals.kept)} kept.`;
  const state = words(i.state);
  return `${state.charAt(0).toUpperCase()}${state.slice(1)}${i.ended ? "." : " …"}${records}`;
}

function facts(context, i) {
  const line = (term, value) => value && [h("dt", null, term), h("dd", null, value)];
  return h(
    "dl",
    { class: "facts" },
    line("Archive", `${i.fileName} (${bytes(i.bytes)})`),
    line("Note", i.note),
    line("Same as", i.duplicateOf && lead("the import before", () => context.openImport(i.duplicateOf))),
    line("Site", i.site && context.siteTitle(i.site)),
    line("Member", i.member.name),
    line("Handed in by", i.submittedBy.id !== i.member.id && i.submittedBy.name),
    line("Seen by", i.share === "private" ? "the member alone" : "everybody in the organization"),
    line("Handed in", time(i.submitted)),
    line("Made by the site", i.exportedAt && time(i.exportedAt)),
    line("Finished", i.finished && time(i.finished)),
    line("Statements taken from it", number(i.facts)),
  );
}

function files(i) {
  if (i.files.length === 0) {
    return null;
  }
  const figures = (f) => [f.read, f.kept, f.withheld, f.rejected].map(number);
  return [
    h("h2", null, "What became of its files"),
    h("p", { class: "hint" }, "Of every file, the records read are those kept, withheld and rejected together."),
    table(
      "Records by file",
      [
        { text: "File", class: "path" },
        { text: "Read", class: FIGURE },
        { text: "Kept", class: FIGURE },
        { text: "Withheld", class: FIGURE },
        { text: "Rejected", class: FIGURE },
        { text: "Note" },
      ],
      [
        ...i.files.map((f) => [f.path, ...figures(f), f.note ?? ""]),
        [h("strong", null, "Total"), ...figures(i.totals).map((f) => h("strong", null, f)), ""],
      ],
    ),
  ];
}

function withheld(i) {
  return (
    i.withheld.length > 0 && [
      h("h2", null, "Withheld by privacy rules"),
      table(
        "Records withheld, by file and rule",
        [{ text: "File", class: "path" }, { text: "Rule" }, { text: "Records", class: FIGURE }],
        i.withheld.map((w) => [w.path, words(w.rule), number(w.records)]),
      ),
    ]
  );
}

function rejected(answer) {
  return [
    h("h2", null, "Rejected, and why"),
    table(
      "Records rejected, by file and reason",
      [{ text: "File", class: "path" }, { text: "Reason" }, { text: "Records", class: FIGURE }, { text: "First" }],
      answer.reasons.map((r) => [
        r.path,
        r.reason,
        number(r.records),
        r.first === 0 ? "the file as a whole" : `record ${number(r.first)}`,
      ]),
    ),
  ];
}
