// What the page before left to be said stands here from the start, and a screen reader speaks only what comes into a status while it listens: it comes once more.
export default function (flash) {
  setTimeout(() => flash.replaceChildren(...flash.children), 500);
}
