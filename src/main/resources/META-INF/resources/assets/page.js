// What this adds to a page that works without it: moving in time without a reload, a slider,
// and search as you type. Every state stays an address.

const page = () => document.getElementById("page");
const status = document.getElementById("status");
const words = document.body.dataset;
const lang = document.documentElement.lang;
const DAY = 86400000;
const longDay = new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
let asking;
let shown = withoutFragment(location.href);

function withoutFragment(url) {
  return url.split("#")[0];
}

/** Shows another state of the page, keeping scroll and focus where they are. */
async function show(url, { push = true } = {}) {
  asking?.abort();
  asking = new AbortController();
  const focused = document.activeElement?.id || document.activeElement?.closest("[id]")?.id;
  page().setAttribute("aria-busy", "true");
  status.textContent = words.loading;
  try {
    const answer = await fetch(url, { signal: asking.signal, headers: { Accept: "text/html" } });
    if (answer.status >= 500) throw new Error(String(answer.status));
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!next.getElementById("page")) {
      location.assign(url);
      return;
    }
    page().replaceWith(next.getElementById("page"));
    document.title = next.title;
    moveMasthead(next);
    if (push) history.pushState(null, "", url);
    shown = withoutFragment(location.href);
    enhance();
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    const day = document.getElementById("asOf")?.valueAsDate;
    status.textContent = day ? `${words.moved} ${longDay.format(day)}` : document.title;
  } catch (failure) {
    if (failure.name === "AbortError") return;
    page().removeAttribute("aria-busy");
    fail(url);
  }
}

/** What stands above the page leads on from the state shown; what is typed there stays. */
function moveMasthead(next) {
  for (const part of [".brand", ".languages", ".menu"]) {
    document.querySelector(part)?.replaceWith(next.querySelector(part));
  }
  const state = ".search input[type=hidden]";
  document.querySelectorAll(state).forEach((each) => each.remove());
  document.getElementById("q").after(...next.querySelectorAll(state));
}

function fail(url) {
  document.getElementById("failure")?.remove();
  const notice = document.createElement("p");
  notice.id = "failure";
  notice.className = "notice wide";
  notice.setAttribute("role", "alert");
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = words.retry;
  again.addEventListener("click", () => show(url));
  notice.append(words.failed + " ", again);
  page().prepend(notice);
  status.textContent = words.failed;
}

function address(form) {
  const query = new URLSearchParams(new FormData(form));
  return new URL("?" + query, form.action).href;
}

/** A slider over the same days as the date field, with a stop at every day of the deal. */
function slide() {
  const place = document.querySelector(".slider");
  const field = document.getElementById("asOf");
  if (!place || !field || place.childElementCount) return;
  const from = Date.parse(place.dataset.from);
  const slider = document.createElement("input");
  slider.type = "range";
  slider.id = "slider";
  slider.min = 0;
  slider.max = Math.round((Date.parse(place.dataset.until) - from) / DAY);
  slider.value = Math.round((Date.parse(field.value) - from) / DAY);
  slider.setAttribute("aria-label", place.dataset.label);
  const stops = document.createElement("datalist");
  stops.id = "stops";
  for (const step of document.querySelectorAll(".steps [data-date]")) {
    stops.append(new Option("", Math.round((Date.parse(step.dataset.date) - from) / DAY)));
  }
  slider.setAttribute("list", "stops");
  const shown = document.createElement("output");
  const tell = () => {
    const day = new Date(from + slider.value * DAY);
    shown.textContent = longDay.format(day);
    slider.setAttribute("aria-valuetext", shown.textContent);
    return day;
  };
  tell();
  slider.addEventListener("input", () => {
    field.value = tell().toISOString().slice(0, 10);
  });
  let settled;
  slider.addEventListener("change", () => {
    clearTimeout(settled);
    settled = setTimeout(() => show(address(field.form)), 250);
  });
  place.append(slider, stops, shown);
  place.hidden = false;
}

function enhance() {
  slide();
  for (const form of document.querySelectorAll("form[data-moves]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show(address(form));
    });
  }
  for (const step of document.querySelectorAll(".steps a")) {
    step.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      show(step.href);
    });
  }
}

/** Search as you type: the server's own results page, in short. */
function search() {
  const field = document.getElementById("q");
  const found = document.querySelector(".found");
  const say = (word) => {
    const p = document.createElement("p");
    p.textContent = word;
    found.replaceChildren(p);
    found.hidden = false;
  };
  let waiting;
  let searching;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    searching?.abort();
    if (field.value.trim().length < 2) {
      found.hidden = true;
      return;
    }
    waiting = setTimeout(async () => {
      searching = new AbortController();
      say(field.dataset.loading);
      try {
        const answer = await fetch(address(field.form), { signal: searching.signal, headers: { Accept: "text/html" } });
        if (!answer.ok) throw new Error(String(answer.status));
        const next = new DOMParser().parseFromString(await answer.text(), "text/html");
        const results = [...next.querySelectorAll(".results > li")].slice(0, 8);
        if (results.length === 0) {
          say(next.querySelector("main .notice") ? field.dataset.absent : field.dataset.none);
        } else {
          const list = document.createElement("ul");
          for (const each of results) {
            const link = document.createElement("a");
            link.href = each.querySelector("h2 a").getAttribute("href");
            const kind = document.createElement("span");
            kind.className = "kind";
            kind.textContent = each.querySelector(".kind").textContent;
            link.append(kind, each.querySelector("h2").textContent);
            const item = document.createElement("li");
            item.append(link);
            list.append(item);
          }
          found.replaceChildren(list);
        }
        status.textContent = next.querySelector("main .quiet, main .lead, main .notice")?.textContent ?? "";
      } catch (failure) {
        if (failure.name !== "AbortError") say(field.dataset.failed);
      }
    }, 180);
  });
  field.form.addEventListener("keydown", (event) => {
    const links = [...found.querySelectorAll("a")];
    if (event.key === "Escape" && !found.hidden) {
      found.hidden = true;
      field.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && links.length && !found.hidden) {
      event.preventDefault();
      const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      (links[at] ?? field).focus();
    }
  });
  field.form.addEventListener("focusout", (event) => {
    if (!field.form.contains(event.relatedTarget)) found.hidden = true;
  });
}

// Going to a fragment is such an event too, and nothing to ask for.
addEventListener("popstate", () => {
  if (withoutFragment(location.href) !== shown) show(location.href, { push: false });
});
addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll(".the-term details")) each.open = true;
});
enhance();
search();
