// The form for a new complaint: questions, similar complaints, preview and photos come without leaving the page.
// Without script its buttons do the same, and each answer is a whole page.
export default function (form) {
  form.classList.add("scripted");
  categories(form);
  similar(form);
  const look = findings(form);
  preview(form, look);
  photos(form);
}

async function fragment(address, options) {
  const answer = await fetch(address, { ...options, headers: { "X-Requested-With": "fetch", ...options?.headers } });
  return { ok: answer.ok, status: answer.status, text: await answer.text() };
}

function token(form) {
  return form.elements.__RequestVerificationToken.value;
}

function categories(form) {
  const list = form.querySelector("[data-categories]");
  const change = form.querySelector("[data-category-change]");
  const search = form.querySelector("[data-category-search]");
  const none = form.querySelector("[data-category-none]");
  const questions = form.querySelector("#questions");
  const cards = [...list.querySelectorAll("[data-category-text]")];
  const words = search.querySelector("input");
  const part = form.querySelector("#part-category");
  let last;

  search.hidden = false;
  words.addEventListener("input", () => {
    const wanted = fold(words.value);
    const each = words.value.split(/\s+/).map(fold);
    let found = 0;
    for (const card of cards) {
      const text = fold(card.dataset.categoryText);
      const fits = text.includes(wanted) || each.every((word) => text.includes(word));
      card.hidden = !fits;
      found += fits ? 1 : 0;
    }
    for (const group of list.querySelectorAll(".category-group")) {
      group.hidden = !group.querySelector(".category:not([hidden])");
      group.open = wanted ? !group.hidden : group.querySelector("input:checked") !== null;
    }
    none.hidden = found > 0;
  });
  words.addEventListener("keydown", (event) => {
    // Enter would send the form.
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
    }
  });

  list.addEventListener("change", async () => {
    const chosen = list.querySelector("input:checked");
    if (!chosen || chosen.value === last) {
      return;
    }
    last = chosen.value;
    questions.setAttribute("aria-busy", "true");
    try {
      const piece = await fragment(`${form.dataset.questions}?category=${encodeURIComponent(chosen.value)}`);
      if (piece.ok && last === chosen.value) {
        questions.innerHTML = piece.text;
      }
    } catch {
      // Offline: the questions come with the answer to the form.
    }
    questions.removeAttribute("aria-busy");
  });

  // A click or a tap settles the choice; arrow keys walk on through the list.
  list.addEventListener("click", (event) => {
    if (event.detail > 0 && event.target.matches("input[type=radio]")) {
      settleInPlace(event.target.closest(".category"));
    }
  });
  change.addEventListener("click", () => {
    settle(false);
    list.querySelector("input:checked")?.focus();
  });
  if (list.querySelector("input:checked")) {
    last = list.querySelector("input:checked").value;
    settle(true);
  }

  // What was above the choice is gone: the page moves by as much, so that the choice stays under the finger. Then there must be room for
  // the questions below it.
  function settleInPlace(card) {
    const before = card.getBoundingClientRect().top;
    settle(true);
    scrollBy({ top: card.getBoundingClientRect().top - before, behavior: "instant" });
    if (card.getBoundingClientRect().bottom > innerHeight / 2) {
      part.scrollIntoView({ block: "start" });
    }
  }

  function settle(settled) {
    list.querySelectorAll(".category-group").forEach((group) => {
      group.hidden = false;
      group.open = group.querySelector("input:checked") !== null;
    });
    cards.forEach((card) => { card.hidden = false; });
    words.value = "";
    none.hidden = true;
    list.classList.toggle("settled", settled);
    change.hidden = !settled;
    search.hidden = settled;
  }
}

// Letters as the search of the portal compares them: spaces, marks, width and case aside.
function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function similar(form) {
  const title = form.querySelector("[data-similar-title]");
  const place = form.querySelector("#similar");
  const offered = form.querySelector("[data-offered]");
  let waiting;
  let asked = "";

  title.addEventListener("input", (event) => {
    if (!event.isComposing) {
      later();
    }
  });
  title.addEventListener("compositionend", later);
  form.addEventListener("change", (event) => {
    if (event.target.name === "Form.CategoryId" || event.target.closest("[data-place]")) {
      later();
    }
  });
  form.addEventListener("placed", later);
  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-support]");
    if (button) {
      event.preventDefault();
      support(button.dataset.support);
    }
  });

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 600);
  }

  async function ask() {
    const isSomewhere = form.querySelector("[name='Form.Place']:checked")?.value !== "Nowhere";
    const within = (field) => (isSomewhere && form.querySelector(field)?.value) || "";
    const lat = within("[data-latitude]");
    const query = new URLSearchParams({
      category: form.querySelector("[name='Form.CategoryId']:checked")?.value ?? "",
      title: title.value.trim(),
      lat,
      lng: within("[data-longitude]"),
      district: within("[data-district]"),
    }).toString();
    if (query === asked || (title.value.trim().length < 4 && !lat)) {
      return;
    }
    asked = query;
    try {
      const piece = await fragment(`${form.dataset.similar}?${query}`);
      if (piece.ok && asked === query) {
        place.innerHTML = piece.text.trim();
        const numbers = place.querySelector("[data-similar-numbers]")?.dataset.similarNumbers.split(",") ?? [];
        offered.value = [...new Set([...offered.value.split(","), ...numbers])].filter(Boolean).slice(-20).join(",");
      }
    } catch {
      // Offline: what is similar is offered when the form is sent.
    }
  }

  // The offer stands within the form; "me too" is a form of its own.
  function support(number) {
    const own = document.createElement("form");
    own.method = "post";
    own.action = `/complaints/${number}/support`;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "__RequestVerificationToken";
    field.value = token(form);
    own.append(field);
    document.body.append(own);
    own.submit();
  }
}

// Points out what looks like personal data while it is typed: below its field, so that nothing moves that is being read, and only when
// the writer pauses.
function findings(form) {
  const answered = new Map();
  const shown = new Map();
  const waiting = new Map();

  form.addEventListener("input", (event) => {
    if (!event.isComposing) {
      later(event.target.name);
    }
  });
  form.addEventListener("compositionend", (event) => later(event.target.name));
  form.addEventListener("change", (event) => {
    if (event.target.name === "Form.Audience" || event.target.name === "Form.Place") {
      all();
    }
  });

  function later(name) {
    clearTimeout(waiting.get(name));
    waiting.set(name, setTimeout(() => look(name), 700));
  }

  function all() {
    form.querySelectorAll("[data-findings]").forEach((place) => look(place.dataset.findings));
  }

  async function look(name) {
    const place = form.querySelector(`[data-findings="${CSS.escape(name ?? "")}"]`);
    const text = form.elements[name]?.value;
    if (!place || typeof text !== "string") {
      return;
    }
    const isPrivate = form.querySelector("[name='Form.Audience']:checked")?.value === "OfficeOnly";
    const asked = `${isPrivate} ${text}`;
    if (answered.get(name) === asked || (text === "" && place.childElementCount === 0)) {
      return;
    }
    answered.set(name, asked);
    const data = new FormData();
    data.set("text", text);
    data.set("isPrivate", isPrivate);
    data.set("__RequestVerificationToken", token(form));
    try {
      const piece = await fragment(form.dataset.findingsAt, { method: "POST", body: data });
      // What is pointed out already is not told again with each letter.
      if (piece.ok && answered.get(name) === asked && shown.get(name) !== piece.text) {
        shown.set(name, piece.text);
        place.innerHTML = piece.text.trim();
      }
    } catch {
      // Offline: it is pointed out when the form is sent.
    }
  }

  return all;
}

function preview(form, look) {
  const act = form.querySelector("[data-preview-act]");
  const box = form.querySelector("#preview");
  const shown = form.querySelector("[data-preview-text]");
  const text = form.elements["Form.Text"];

  act.addEventListener("click", async (event) => {
    event.preventDefault();
    look();
    const data = new FormData();
    data.set("text", text.value);
    data.set("__RequestVerificationToken", token(form));
    try {
      const piece = await fragment(form.dataset.preview, { method: "POST", body: data });
      if (piece.ok) {
        shown.innerHTML = piece.text;
        box.hidden = false;
        box.focus({ preventScroll: true });
        box.scrollIntoView({ block: "nearest" });
      }
    } catch {
      // Offline: nothing to show.
    }
  });
}

function photos(form) {
  const input = form.querySelector("[data-photo-input]");
  const list = form.querySelector("#photos");
  const error = form.querySelector("#photo-error");
  const status = form.querySelector("#photo-status");
  let uploading = null;
  // Something was refused, and who sends the form may not have seen it: far above the button.
  let isUnsaid = false;

  input.addEventListener("change", () => {
    if (input.files.length > 0) {
      status.hidden = false;
      uploading = take().finally(() => {
        uploading = null;
        status.hidden = true;
      });
    }
  });

  // Whoever sends the form meanwhile sends it with the photos; what was refused of them is said first.
  form.addEventListener("submit", async (event) => {
    if (!uploading && !isUnsaid) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    submitter?.setAttribute("aria-busy", "true");
    await uploading;
    submitter?.removeAttribute("aria-busy");
    if (!isUnsaid) {
      form.requestSubmit(submitter);
    } else {
      isUnsaid = false;
      error.append(` ${form.dataset.photosAgain}`);
      input.focus();
      error.scrollIntoView({ block: "center" });
    }
  }, { capture: true });

  async function take() {
    const most = Number(form.dataset.photosMost);
    const room = most - list.querySelectorAll(".kept-photo:not(.removed)").length;
    // What is too large is refused before it is sent, here or with the form: the city would refuse the whole form unread.
    const bytes = Number(form.dataset.photoBytes);
    const files = [...input.files].filter((file) => file.size <= bytes);
    const faults = [...input.files].filter((file) => file.size > bytes).map((file) => form.dataset.photoTooLarge.replace("{0}", () => file.name));
    const left = [];
    if (files.length > Math.max(0, room)) {
      faults.push(form.dataset.photosFull);
    }
    input.disabled = true;
    for (const file of files.slice(0, Math.max(0, room))) {
      const fault = await upload(file);
      if (fault) {
        faults.push(fault);
      } else if (fault === undefined) {
        left.push(file);
      }
    }
    input.disabled = false;
    isUnsaid = faults.length > 0;
    // What could not be sent now is left for the form itself.
    if (left.length === 0) {
      input.value = "";
      input.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      keep(left);
      faults.push(`${form.dataset.photosLeft} ${left.map((file) => file.name).join(", ")}`);
    }
    error.textContent = faults.join(" ");
    error.hidden = faults.length === 0;
  }

  list.addEventListener("change", (event) => {
    if (event.target.matches("[data-photo-remove]")) {
      event.target.closest(".kept-photo").classList.toggle("removed", event.target.checked);
    }
  });

  function keep(files) {
    const rest = new DataTransfer();
    files.forEach((file) => rest.items.add(file));
    input.files = rest.files;
  }

  // Null when it went well, otherwise what the city says; undefined when nobody said anything.
  async function upload(file) {
    const data = new FormData();
    data.set("photo", file);
    data.set("__RequestVerificationToken", token(form));
    try {
      const piece = await fragment(form.dataset.photos, { method: "POST", body: data, headers: { Accept: "text/html, text/plain" } });
      if (piece.ok) {
        list.insertAdjacentHTML("beforeend", piece.text);
        return null;
      }
      return piece.status < 500 && !piece.text.includes("<") ? piece.text : undefined;
    } catch {
      return undefined;
    }
  }
}
