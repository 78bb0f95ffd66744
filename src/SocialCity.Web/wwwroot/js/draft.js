// Keeps what is typed on this device until it is sent: <form data-draft="complaint"> with, in the page, a hidden
// <div data-draft-offer> holding a button data-draft-restore and one data-draft-discard. The page that follows success
// carries <body> content with data-draft-done="complaint", which clears the draft; where it has the form again, the form says
// data-draft-sent, since what was sent may stand there tidied. Passwords and files are never kept, hidden fields only where they say data-keep.
// A draft belongs to whoever is signed in (data-person of the body; guests are one): it goes when they sign out (main.js), when somebody
// else signs in, and after a week. What a guest wrote in this very tab follows them when they sign in to send it, unless they have kept
// something of their own since.
// What is offered and neither taken nor thrown away lies beneath what is typed over it: it is offered again when that is sent or thrown away.
const lifetime = 7 * 24 * 60 * 60 * 1000;
const prefix = "draft:";
const guest = "guest";
const person = document.body.dataset.person ?? guest;
const writtenHere = "draft-of-guest";
let left = false;

tidy();
document.addEventListener("submit", (event) => {
  left ||= event.target.matches("[data-sign-out]");
});

export function clear(name) {
  try {
    const beneath = read(name)?.beneath;
    if (beneath) {
      localStorage.setItem(key(name), JSON.stringify(beneath));
    } else {
      localStorage.removeItem(key(name));
    }
  } catch {
    // Storage is switched off: there was no draft either.
  }
}

export default function (form) {
  const name = form.dataset.draft;
  const offer = document.querySelector("[data-draft-offer]");
  let waiting;
  // What lies below the words of this form: first what is offered, then what lay below that.
  let beneath = null;

  if (offer && !document.querySelector(".error-summary")) {
    if (form.dataset.draftSent) {
      clear(name);
    }
    const newest = read(name);
    if (newest && isSame(form, newest.values)) {
      // It was sent after all, as the page itself shows.
      clear(name);
    }
    beneath = read(name);
    offer.hidden = !beneath;
    if (beneath) {
      const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
      offer.querySelector("p").append(` (${moment.format(beneath.at)})`);
    }
    offer.querySelector("[data-draft-restore]").addEventListener("click", () => {
      const { values: pairs } = beneath;
      beneath = beneath.beneath;
      restore(form, pairs);
      leave();
    });
    offer.querySelector("[data-draft-discard]").addEventListener("click", () => {
      beneath = beneath.beneath;
      if (waiting) {
        write(name, values(form), beneath);
      } else {
        clear(name);
      }
      if (!beneath) {
        leave();
      }
    });
  }

  // The button that was pressed goes with the offer: who works by keyboard is taken on to the form.
  function leave() {
    offer.hidden = true;
    form.querySelector("input:not([type=hidden], [tabindex='-1']), select, textarea")?.focus();
  }

  form.addEventListener("input", (event) => {
    if (event.isComposing) {
      return;
    }
    clearTimeout(waiting);
    waiting = setTimeout(() => write(name, values(form), beneath), 800);
  });
  // The portal has it: what lies here would be older soon.
  form.addEventListener("kept", () => {
    clearTimeout(waiting);
    waiting = null;
    clear(name);
  });
  addEventListener("pagehide", () => {
    if (waiting) {
      write(name, values(form), beneath);
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

function values(form) {
  return controls(form)
    .filter((control) => (control.type === "checkbox" || control.type === "radio" ? control.checked : control.value !== ""))
    .map((control) => [control.name, control.value]);
}

// Whether the form shows what was kept; hidden fields tell where it came from, not what was typed.
function isSame(form, pairs) {
  const hidden = new Set(controls(form).filter(({ type }) => type === "hidden").map(({ name }) => name));
  const typed = (all) => JSON.stringify(all.filter(([name]) => !hidden.has(name)));
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
  if (control.type === "checkbox" || control.type === "radio") {
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

function write(name, pairs, beneath) {
  if (left) {
    return;
  }
  try {
    localStorage.setItem(key(name), JSON.stringify({ at: Date.now(), values: pairs, beneath }));
    if (person === guest) {
      sessionStorage.setItem(writtenHere, "yes");
    }
  } catch {
    // Full or switched off: the form still works, it only is not kept.
  }
}
