// Photos of the text: by button, by pasting, by dropping. Each is asked for its description before it goes in.
import { insert } from "./marks.js";

export default function (form, text) {
  const dialog = document.querySelector("#photo-dialog");
  const file = dialog.querySelector("#photo-file");
  const alt = dialog.querySelector("#photo-alt");
  const shown = dialog.querySelector("[data-photo-shown]");
  const fault = dialog.querySelector("[data-photo-error]");
  let waiting = [];
  let current = null;
  let place = null;
  let last = null;

  function ask(photo) {
    // The open dialog takes the cursor away: where it stood is noted before. After a photo another one follows it.
    place ??= last && text.value === last.value && text.selectionEnd === last.cursor ? last.end : text.selectionEnd;
    current = photo;
    file.files = given(photo);
    alt.value = "";
    say("");
    show();
    if (!dialog.open) {
      dialog.showModal();
    }
    (photo ? alt : file).focus();
  }

  // The field names the photo that was pasted or dropped as one that was picked.
  function given(photo) {
    const list = new DataTransfer();
    if (photo) {
      list.items.add(photo);
    }
    return list.files;
  }

  function show() {
    URL.revokeObjectURL(shown.src);
    shown.hidden = !current;
    if (current) {
      shown.src = URL.createObjectURL(current);
    }
  }

  function say(words) {
    fault.textContent = words;
    fault.hidden = words === "";
  }

  function next() {
    if (waiting.length > 0) {
      ask(waiting.shift());
    }
  }

  file.addEventListener("change", () => {
    current = file.files[0] ?? null;
    show();
  });
  function leave() {
    waiting = [];
    place = null;
  }

  dialog.addEventListener("cancel", leave);
  dialog.querySelector("[data-close]").addEventListener("click", () => {
    leave();
    dialog.close();
  });

  dialog.querySelector("[data-photo-form]").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!current || alt.value.trim() === "") {
      say(current ? fault.dataset.missingAlt : fault.dataset.missing);
      (current ? alt : file).focus();
      return;
    }
    const body = new FormData();
    body.set("photo", current, current.name || "photo.png");
    body.set("alt", alt.value);
    body.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    const button = dialog.querySelector("[data-photo-form] [type=submit]");
    if (button.getAttribute("aria-busy") === "true") {
      return;
    }
    button.setAttribute("aria-busy", "true");
    const answer = await fetch("/blog/write/photos", { method: "POST", body }).catch(() => null);
    button.removeAttribute("aria-busy");
    const words = answer && answer.headers.get("content-type")?.startsWith("text/plain") ? await answer.text() : form.dataset.uploadFailed;
    if (answer?.ok) {
      // While the dialog is open the text behind it takes neither focus nor letters.
      dialog.close();
      const end = insert(text, words, place);
      last = { value: text.value, cursor: text.selectionEnd, end };
      place = null;
      next();
    } else {
      say(words);
    }
  });

  function take(files) {
    const photos = [...files].filter((one) => one.type.startsWith("image/"));
    if (dialog.open && current) {
      waiting.push(...photos);
    } else if (photos.length > 0) {
      waiting = photos.slice(1);
      ask(photos[0]);
    }
    return photos.length > 0;
  }

  text.addEventListener("paste", (event) => {
    if (take(event.clipboardData.files)) {
      event.preventDefault();
    }
  });
  // Anywhere on the page: beside the text the browser would open the file in place of it. A field for files takes its own.
  for (const type of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(type, (event) => {
      if (event.dataTransfer.types.includes("Files") && !event.target.matches("[type=file]")) {
        event.preventDefault();
        form.classList.toggle("over", type === "dragover");
        if (type === "drop") {
          form.querySelector("[data-status]").textContent = take(event.dataTransfer.files) ? "" : form.dataset.noPhoto;
        }
      }
    });
  }

  return ask;
}
