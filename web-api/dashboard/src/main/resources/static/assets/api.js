// Speaks with the server.

const BASE = "/api/v1";

/** The server takes a change that comes with a cookie only from its own page. */
const OWN_PAGE = { "X-Requested-With": "kithway" };

const POLL_MILLIS = 3000;

/** What the server says is wrong. */
export class Problem extends Error {
  constructor(status, title, detail, position) {
    super(detail);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.position = position;
  }
}

const UNREACHABLE = new Problem(0, "No answer", "The server cannot be reached. Try again in a moment.");

let signedOut = () => {};

/** Sets what is to be done once the server no longer knows who asks. */
export function onSignedOut(action) {
  signedOut = action;
}

export function get(path) {
  return ask("GET", path);
}

export function post(path, body) {
  return ask("POST", path, body);
}

export function signIn(token) {
  return ask("POST", "/sign-in", { token });
}

async function ask(method, path, body) {
  const headers = { ...OWN_PAGE, Accept: "application/json, application/problem+json" };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  let response;
  let text;
  try {
    response = await fetch(BASE + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "same-origin",
      cache: "no-store",
    });
    text = await response.text();
  } catch {
    throw UNREACHABLE;
  }
  return answer(path, response.status, text);
}

function answer(path, status, text) {
  let json = null;
  try {
    json = text === "" ? null : JSON.parse(text);
  } catch {
    throw new Problem(status, "Not understood", "The server's answer is not JSON. Is a proxy in between?");
  }
  if (status >= 200 && status < 300) {
    return json;
  }
  if (status === 401 && path !== "/sign-in") {
    signedOut();
  }
  throw new Problem(status, json?.title ?? "Error", json?.detail ?? `The server answers ${status}.`, json?.position);
}

/**
 * Hands in an archive.
 *
 * @param fields what is said of it: share, and member and site if known
 * @param progress is told how much of it is sent, 0 to 1
 * @return the import
 */
export function handIn(file, fields, progress) {
  // The server reads the parts as they come: the file has to be the last.
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  form.append("file", file, file.name);
  return new Promise((resolve, reject) => {
    // fetch does not tell how much of a body is sent.
    const request = new XMLHttpRequest();
    request.open("POST", `${BASE}/imports`);
    Object.entries(OWN_PAGE).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener("progress", (e) => e.lengthComputable && progress(e.loaded / e.total));
    request.addEventListener("load", () => {
      try {
        resolve(answer("/imports", request.status, request.responseText));
      } catch (e) {
        reject(e);
      }
    });
    request.addEventListener("error", () => reject(UNREACHABLE));
    request.send(form);
  });
}

/**
 * Follows an import until it has ended, by the server's events or, where there are none, by asking
 * now and then.
 *
 * @return stops following
 */
export function watchImport(id, onImport, onError) {
  let stopped = false;
  let timer;
  const events = new EventSource(`${BASE}/imports/${id}/events`);
  const stop = () => {
    stopped = true;
    events.close();
    clearTimeout(timer);
  };
  const take = (imported) => {
    if (!stopped) {
      if (imported.ended) {
        stop();
      }
      onImport(imported);
    }
  };
  const poll = async () => {
    try {
      take(await get(`/imports/${id}`));
    } catch (e) {
      if (!stopped) {
        onError(e);
      }
      if (e.status >= 400 && e.status < 500) {
        stop();
      }
    }
    if (!stopped) {
      timer = setTimeout(poll, POLL_MILLIS);
    }
  };
  events.addEventListener("import", (e) => take(JSON.parse(e.data)));
  events.addEventListener("error", () => {
    // As long as it is not closed, the browser connects anew by itself.
    if (!stopped && events.readyState === EventSource.CLOSED) {
      poll();
    }
  });
  return stop;
}
