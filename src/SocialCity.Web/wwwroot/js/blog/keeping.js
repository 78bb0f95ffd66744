// Keeps what is typed with the portal while it is typed, tells who else has the article open, and never writes over anything newer.
const pause = 3000;
const longest = 20000;
const meeting = 30000;
const fields = ["Form.Title", "Form.Summary", "Form.Text"];

export default function (form, text) {
  const status = form.querySelector("[data-status]");
  if (form.dataset.keep) {
    keep(form, text, status);
  }
  if (form.dataset.presence) {
    meet(form);
  }
}

function keep(form, text, status) {
  const token = form.elements.__RequestVerificationToken;
  let number = Number(form.dataset.number);
  let waiting;
  let since = 0;
  let busy = false;
  let changed = false;
  let stopped = false;

  async function send() {
    clearTimeout(waiting);
    since = 0;
    if (busy || stopped || !changed) {
      return;
    }
    busy = true;
    changed = false;
    const body = new FormData();
    body.set("title", form.elements["Form.Title"].value);
    body.set("summary", form.elements["Form.Summary"].value);
    body.set("text", text.value);
    body.set("basedOn", form.elements["Form.Version"].value);
    body.set("number", number);
    body.set("__RequestVerificationToken", token.value);
    const answer = await fetch(form.dataset.keep, { method: "POST", body }).catch(() => null);
    busy = false;
    if (answer?.ok) {
      const kept = await answer.json();
      number = kept.number;
      form.elements["Form.DraftNumber"].value = number;
      status.textContent = form.dataset.kept.replace("{0}", kept.keptAt);
      if (!changed) {
        form.dispatchEvent(new CustomEvent("kept", { detail: fields }));
      }
    } else if (answer?.status === 409) {
      // Another window wrote on: this one keeps its text on the page, and nothing is overwritten.
      stopped = true;
      status.textContent = form.dataset.newer;
    } else {
      changed = true;
      status.textContent = form.dataset.notKept;
    }
    if (changed) {
      wait();
    }
  }

  function wait() {
    clearTimeout(waiting);
    since ||= Date.now();
    waiting = setTimeout(send, Math.max(0, Math.min(pause, since + longest - Date.now())));
  }

  function note(event) {
    const watched = fields.includes(event.target.name);
    if (watched && !event.isComposing) {
      changed = true;
      wait();
    }
  }

  form.addEventListener("input", note);
  form.addEventListener("compositionend", note);
  form.addEventListener("submit", () => {
    // What is on its way to be kept is part of what is saved.
    form.elements["Form.DraftNumber"].value = busy ? number + 1 : number;
    stopped = true;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      send();
    }
  });
}

function meet(form) {
  const place = document.querySelector("[data-others]");
  async function ask() {
    if (document.visibilityState === "hidden") {
      return;
    }
    const body = new FormData();
    body.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    const answer = await fetch(form.dataset.presence, { method: "POST", body }).catch(() => null);
    if (!answer?.ok) {
      return;
    }
    const { others } = await answer.json();
    const words = others.length > 0 ? place.dataset.words.replace("{0}", others.join(", ")) : "";
    if (place.textContent.trim() !== words) {
      const line = document.createElement("p");
      line.className = "alert info";
      line.textContent = words;
      place.replaceChildren(...(words ? [line] : []));
    }
  }
  setInterval(ask, meeting);
  ask();
}
