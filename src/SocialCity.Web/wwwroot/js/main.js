// Every task works without script. What is marked in the page gets its comfort here, and only then its module is fetched.
const comforts = [
  ["[data-form]", "./form.js"],
  ["[data-counter]", "./counter.js"],
  ["[data-insert]", "./insert.js"],
  ["[data-draft]", "./draft.js"],
  ["[data-menu]", "./menu.js"],
  ["[data-dialog]", "./dialog.js"],
  ["[data-file-drop]", "./photos.js"],
  [".tabs ul, .side-nav ul", "./current.js"],
  ["[data-auto-submit]", "./auto-submit.js"],
  ["[data-filing]", "./complaints/filing.js"],
  ["[data-place-map]", "./complaints/place.js"],
  ["[data-board-map]", "./complaints/board-map.js"],
  ["[data-share]", "./share.js"],
  ["[data-print]", "./print.js"],
  ["[data-queue]", "./queue.js"],
  [".flash", "./flash.js"],
  ["[data-passkey]", "./passkeys.js"],
  ["[data-article-editor]", "./blog/editor.js"],
  ["[data-embed-words]", "./blog/embeds.js"],
];

for (const [selector, path] of comforts) {
  const elements = document.querySelectorAll(selector);
  if (elements.length > 0) {
    import(path).then((comfort) => elements.forEach(comfort.default));
  }
}

// Drafts of others who used this device go, whichever page is open.
if (drafts().length > 0) {
  import("./draft.js");
}

// Whoever signs out leaves nothing behind, neither what another tab kept since this page was opened.
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-sign-out]")) {
    drafts().forEach((key) => localStorage.removeItem(key));
  }
});

function drafts() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith("draft:"));
  } catch {
    return [];
  }
}

const done = document.querySelector("[data-draft-done]");
if (done) {
  import("./draft.js").then(({ clear }) => clear(done.dataset.draftDone));
}
