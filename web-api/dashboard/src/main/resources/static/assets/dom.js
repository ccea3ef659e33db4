// Builds elements. Text always becomes text nodes: what archives say is never read as markup.

/**
 * An element. Of the properties, those named on… are listeners, class and data- and aria- and the
 * like are attributes; true and false set and leave out an attribute.
 */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (name === "value") {
      element.value = value;
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...present(children));
  return element;
}

/** Puts the children in the place of what the element holds; null and false stand for nothing. */
export function fill(element, ...children) {
  element.replaceChildren(...present(children));
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

let fields = 0;

/** A control below its label, with a hint if there is one. */
export function field(label, control, hint) {
  const id = `field-${++fields}`;
  control.id = id;
  if (hint) {
    control.setAttribute("aria-describedby", `${id}-hint`);
  }
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    control,
    hint && h("p", { class: "hint", id: `${id}-hint` }, hint),
  );
}

/** A button that looks like a link: it leads on, but to what has no address. */
export function lead(text, action) {
  return h("button", { type: "button", class: "lead", onclick: action }, text);
}

/** A table that scrolls by itself where the window is narrow. */
export function table(caption, heads, rows) {
  const label = `table-${++fields}`;
  return h(
    "div",
    { class: "scroll", role: "region", tabindex: "0", "aria-labelledby": label },
    h(
      "table",
      null,
      h("caption", { id: label }, caption),
      h("thead", null, h("tr", null, heads.map((head) => h("th", { scope: "col", class: head.class }, head.text)))),
      h(
        "tbody",
        null,
        rows.map((cells) => h("tr", null, cells.map((cell, i) => h("td", { class: heads[i].class }, cell)))),
      ),
    ),
  );
}

/** A place where errors are told, at once and aloud. */
export function alertPlace() {
  return h("div", { role: "alert", class: "alert" });
}

/** A place where results and progress are told when the reader is free. */
export function statusPlace() {
  return h("p", { role: "status", class: "status" });
}

/** Shows an error in a place made by alertPlace. */
export function tell(place, error) {
  const title = error.title ?? "Something went wrong";
  fill(place, h("strong", null, title), h("span", null, ` ${error.detail ?? error.message ?? ""}`));
}

const numbers = new Intl.NumberFormat("en");
const dates = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

export function count(number, one, many) {
  return `${numbers.format(number)} ${number === 1 ? one : many}`;
}

export function number(value) {
  return numbers.format(value);
}

export function time(instant) {
  return h("time", { datetime: instant }, dates.format(new Date(instant)));
}

export function percent(probability) {
  return probability < 0.01 ? "under 1 %" : `${Math.round(probability * 100)} %`;
}

export function bytes(size) {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let unit = 0;
  let left = size;
  while (left >= 1000 && unit < units.length - 1) {
    left /= 1000;
    unit++;
  }
  return `${unit === 0 ? left : left.toFixed(1)} ${units[unit]}`;
}

/** An identifier of the server's as words: needs_attention becomes needs attention. */
export function words(identifier) {
  return identifier.replaceAll("_", " ");
}
