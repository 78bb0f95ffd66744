// The editor of an article: marks by button and key, the preview beside the text, photos by button, paste and drop, and keeping what is typed.
import keeping from "./keeping.js";
import photos from "./photos.js";
import { mark } from "./marks.js";

const keys = { b: "bold", i: "italic", k: "link" };

export default function (form) {
  document.documentElement.classList.add("scripted");
  const text = form.querySelector(".writing-text");
  const toolbar = form.querySelector("[data-toolbar]");
  const buttons = [...toolbar.querySelectorAll("button")];
  const showPreview = preview(form, text);
  const askForPhoto = photos(form, text);
  toolbar.hidden = false;
  buttons.forEach((button, place) => { button.tabIndex = place === 0 ? 0 : -1; });

  // One stop of the Tab key; arrows move within.
  toolbar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at >= 0 && to !== undefined) {
      event.preventDefault();
      const next = buttons[(to + buttons.length) % buttons.length];
      buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
      next.focus();
    }
  });

  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) {
      return;
    }
    if (button.dataset.mark === "photo") {
      askForPhoto(null);
    } else if (button.dataset.mark === "preview") {
      button.setAttribute("aria-pressed", String(showPreview()));
    } else {
      mark(text, button.dataset.mark, button.dataset.address);
    }
  });

  text.addEventListener("keydown", (event) => {
    // While a syllable is being put together the keys belong to the input method.
    if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) {
      return;
    }
    const wanted = keys[event.key.toLowerCase()];
    if (wanted) {
      event.preventDefault();
      mark(text, wanted, toolbar.querySelector("[data-address]").dataset.address);
    }
  });

  keeping(form, text);
}

function preview(form, text) {
  const section = form.querySelector("[data-preview]");
  const shown = section.querySelector("[data-preview-text]");
  let waiting;
  let latest = 0;

  async function draw() {
    const turn = ++latest;
    const body = new FormData();
    body.set("text", text.value);
    body.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    const answer = await fetch(section.dataset.preview, { method: "POST", body }).catch(() => null);
    const drawn = answer?.ok ? await answer.text().catch(() => null) : null;
    // An answer that was overtaken is left aside.
    if (turn !== latest) {
      return;
    }

    if (drawn === null) {
      shown.textContent = section.dataset.failed;
    } else {
      shown.innerHTML = drawn;
    }
  }

  text.addEventListener("input", (event) => {
    if (!event.isComposing && !section.hidden) {
      clearTimeout(waiting);
      waiting = setTimeout(draw, 500);
    }
  });
  text.addEventListener("compositionend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, 500);
  });

  section.hidden = matchMedia("(max-width: 63.99rem)").matches;
  form.querySelector('[data-mark="preview"]').setAttribute("aria-pressed", String(!section.hidden));
  if (!section.hidden) {
    draw();
  }
  return () => {
    section.hidden = !section.hidden;
    if (!section.hidden) {
      draw();
    }
    return !section.hidden;
  };
}
