// Keeps what is typed on this device until it is sent: <form data-draft="complaint"> with, in the page, a hidden
// <div data-draft-offer> holding a button data-draft-restore and one data-draft-discard. The page that follows success
// carries <body> content with data-draft-done="complaint", which clears the draft; where it has the form again, the form says
// data-draft-sent, since what was sent may stand there tidied. Passwords and files are never kept, hidden fields only where they say data-keep.
// A draft belongs to whoever is signed in (data-person of the body; guests are one): it goes when they sign out (main.js), when somebody
// else signs in, and after a week. What a guest wrote in this very tab follows them when they sign in to send it, unless they have kept
// something of their own since.
// Each page adds what is typed on it to what lies here already, and takes away only its own: what is offered and neither taken nor
// thrown away, and what another window writes, lie beneath and are offered again.
const lifetime = 7 * 24 * 60 * 60 * 1000;
const prefix = "draft:";
const guest = "guest";
const person = document.body.dataset.person ?? guest;
const writtenHere = "draft-of-guest";
const writer = "draft-by:";
const me = `${Date.now()}-${Math.random()}`;
let left = false;

tidy();
document.addEventListener("submit", (event) => {
  left ||= event.target.matches("[data-sign-out]");
});

// What was typed in this window was sent.
export function clear(name) {
  const by = lastWriter(name);
  store(name, without(read(name), (kept) => kept.by === by));
}

// The page of this window that last kept something; null for none.
function lastWriter(name) {
  try {
    return sessionStorage.getItem(writer + name);
  } catch {
    return null;
  }
}

export default function (form) {
  const name = form.dataset.draft;
  const offer = document.querySelector("[data-draft-offer]");
  const opened = values(form, original);
  const isReturned = document.querySelector(".error-summary") !== null;
  // What the page before kept stands in the form that came back.
  const before = isReturned ? lastWriter(name) : null;
  const gone = [];
  const isGone = (kept) => kept.by === before || gone.some(({ at, by }) => kept.at === at && kept.by === by);
  let waiting = null;

  if (offer && !isReturned) {
    if (form.dataset.draftSent) {
      clear(name);
    }
    const newest = read(name);
    if (newest && isSame(form, newest.values)) {
      // It was sent after all, as the page itself shows.
      store(name, newest.beneath);
    }
    let offered = read(name);
    offer.hidden = !offered;
    if (offered) {
      const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
      offer.querySelector("p").append(` (${moment.format(offered.at)})`);
    }
    offer.querySelector("[data-draft-restore]").addEventListener("click", () => {
      gone.push(offered);
      restore(form, offered.values);
      leave();
    });
    offer.querySelector("[data-draft-discard]").addEventListener("click", () => {
      gone.push(offered);
      store(name, without(read(name), isGone));
      offered = without(read(name), (kept) => kept.by === me);
      if (!offered) {
        leave();
      }
    });
  }

  // The button that was pressed goes with the offer: who works by keyboard is taken on to the form.
  function leave() {
    offer.hidden = true;
    form.querySelector("input:not([type=hidden], [tabindex='-1']), select, textarea")?.focus();
  }

  function save() {
    clearTimeout(waiting);
    waiting = null;
    write(name, values(form), without(read(name), (kept) => kept.by === me || isGone(kept)));
  }

  function note(event) {
    if (!event.isComposing) {
      clearTimeout(waiting);
      waiting = setTimeout(save, 800);
    }
  }

  form.addEventListener("input", note);
  form.addEventListener("compositionend", note);
  // The portal has these fields: what lies here would be older soon. Others that changed are kept here alone.
  form.addEventListener("kept", ({ detail }) => {
    if (isSame(form, opened, detail)) {
      clearTimeout(waiting);
      waiting = null;
      store(name, without(read(name), (kept) => kept.by === me || isGone(kept)));
    } else {
      save();
    }
  });
  addEventListener("pagehide", () => {
    if (waiting) {
      save();
    }
  });
}

function key(name) {
  return `${prefix}${person}:${name}`;
}

function keys() {
  try {
    return Object.keys(localStorage).filter((each) => each.startsWith(prefix));
  } catch {
    return [];
  }
}

function tidy() {
  const own = `${prefix}${person}:`;
  const ofGuest = `${prefix}${guest}:`;
  for (const each of keys()) {
    if (!(Date.now() - keptAt(each) < lifetime)) {
      localStorage.removeItem(each);
    } else if (person !== guest && !each.startsWith(own)) {
      const mine = own + each.slice(ofGuest.length);
      if (each.startsWith(ofGuest) && sessionStorage.getItem(writtenHere) && !(keptAt(mine) > keptAt(each))) {
        localStorage.setItem(mine, localStorage.getItem(each));
      }
      localStorage.removeItem(each);
    }
  }
  if (person !== guest) {
    try {
      sessionStorage.removeItem(writtenHere);
    } catch {
      // Switched off: nothing was noted there.
    }
  }
}

// When a draft was written; no number where there is none.
function keptAt(each) {
  try {
    return JSON.parse(localStorage.getItem(each)).at;
  } catch {
    return NaN;
  }
}

function controls(form) {
  return [...form.elements].filter((control) =>
    control.name && !["password", "file", "submit", "button"].includes(control.type) && (control.type !== "hidden" || "keep" in control.dataset));
}

function values(form, of = present) {
  return controls(form).map((control) => [control.name, of(control)]).filter(([, value]) => value !== "");
}

function present(control) {
  return isTicked(control) && !control.checked ? "" : control.value;
}

// As the page brought it, whatever was typed before this script came.
function original(control) {
  if (control.options) {
    return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? "";
  }
  return !isTicked(control) ? control.defaultValue : control.defaultChecked ? control.value : "";
}

function isTicked({ type }) {
  return type === "checkbox" || type === "radio";
}

// Whether the form shows what was kept, some fields aside; hidden fields tell where it came from, not what was typed.
function isSame(form, pairs, aside = []) {
  const others = new Set([...aside, ...controls(form).filter(({ type }) => type === "hidden").map(({ name }) => name)]);
  const typed = (all) => JSON.stringify(all.filter(([name]) => !others.has(name)));
  return typed(values(form)) === typed(pairs);
}

// What is chosen may bring further fields (the questions of a category): they are filled when they come.
function restore(form, pairs) {
  const names = new Set(pairs.map(([name]) => name));
  const fill = () => {
    for (const control of controls(form).filter(({ name }) => names.has(name))) {
      set(control, pairs.filter(([name]) => name === control.name).map(([, value]) => value));
    }
    controls(form).forEach(({ name }) => names.delete(name));
  };
  fill();
  if (names.size > 0) {
    const watcher = new MutationObserver(fill);
    watcher.observe(form, { childList: true, subtree: true });
    setTimeout(() => watcher.disconnect(), 30000);
  }
}

function set(control, found) {
  if (isTicked(control)) {
    control.checked = found.includes(control.value);
  } else if (found.length > 0) {
    control.value = found[0];
  }
  control.dispatchEvent(new Event("input", { bubbles: true }));
  if (control.type !== "radio" || control.checked) {
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function read(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(key(name)));
    return kept && kept.values.length > 0 ? kept : null;
  } catch {
    return null;
  }
}

// What is kept, and what lies beneath, without some of it.
function without(kept, isGone) {
  if (!kept) {
    return null;
  }
  const beneath = without(kept.beneath, isGone);
  return isGone(kept) ? beneath : { ...kept, beneath };
}

function store(name, kept) {
  try {
    if (kept) {
      localStorage.setItem(key(name), JSON.stringify(kept));
    } else {
      localStorage.removeItem(key(name));
    }
  } catch {
    // Full or switched off: the form still works, it only is not kept.
  }
}

function write(name, pairs, beneath) {
  if (left) {
    return;
  }
  store(name, { at: Date.now(), by: me, values: pairs, beneath });
  try {
    sessionStorage.setItem(writer + name, me);
    if (person === guest) {
      sessionStorage.setItem(writtenHere, "yes");
    }
  } catch {
    // Switched off: nothing is noted there.
  }
}
