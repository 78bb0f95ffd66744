// Puts Markdown's marks around what is chosen, or before its lines; a second time takes them away. Undo works, since the text goes in as typed.
const around = { bold: "**", italic: "*" };
const before = { heading: "## ", quote: "> ", list: "- " };

export function mark(text, kind, address) {
  text.focus();
  const { selectionStart: start, selectionEnd: end, value } = text;
  const chosen = value.slice(start, end);
  if (around[kind]) {
    const sign = around[kind];
    if (value.slice(start - sign.length, start) === sign && value.slice(end, end + sign.length) === sign) {
      put(text, start - sign.length, end + sign.length, chosen, start - sign.length, end - sign.length);
    } else {
      put(text, start, end, sign + chosen + sign, start + sign.length, end + sign.length);
    }
  } else if (kind === "link") {
    link(text, start, end, address);
  } else {
    lines(text, kind, start, end);
  }
}

export function insert(text, words) {
  text.focus();
  // After the line in which the cursor stands: what is written there stays in one piece.
  const next = text.value.indexOf("\n", text.selectionEnd);
  const at = next < 0 ? text.value.length : next;
  const gap = at === 0 || text.value.slice(0, at).endsWith("\n\n") ? "" : text.value.slice(0, at).endsWith("\n") ? "\n" : "\n\n";
  // One blank line follows: what already stands there counts.
  const follows = /^\n{0,2}/.exec(text.value.slice(at))[0].length;
  const whole = gap + words + "\n".repeat(2 - follows);
  const until = at + gap.length + words.length + 2;
  put(text, at, at, whole, until, until);
}

function link(text, start, end, address) {
  const from = text.value.lastIndexOf("\n", start - 1) + 1;
  const line = text.value.slice(from).split("\n", 1)[0];
  const standing = [...line.matchAll(/!?\[([^\][]*)\]\([^()\s]*\)/g)]
    .filter((found) => !found[0].startsWith("!"))
    .map((found) => ({ at: from + found.index, until: from + found.index + found[0].length, words: found[1] }))
    .find((found) => (found.at < start && end < found.until) || (found.at === start && end === found.until));
  if (standing) {
    const words = standing.words === address ? "" : standing.words;
    put(text, standing.at, standing.until, words, standing.at, standing.at + words.length);
    return;
  }

  const made = `[${text.value.slice(start, end) || address}](https://)`;
  put(text, start, end, made, start + made.length - 1, start + made.length - 1);
}

function lines(text, kind, start, end) {
  const from = text.value.lastIndexOf("\n", start - 1) + 1;
  const next = text.value.indexOf("\n", end);
  const until = next < 0 ? text.value.length : next;
  const whole = text.value.slice(from, until).split("\n");
  const signs = whole.map((_, place) => (kind === "numbers" ? `${place + 1}. ` : before[kind]));
  const marked = whole.every((line, place) => line.startsWith(signs[place]));
  const changed = whole.map((line, place) => (marked ? line.slice(signs[place].length) : signs[place] + line)).join("\n");
  put(text, from, until, changed, from, from + changed.length);
}

function put(text, start, end, words, from, until) {
  text.setSelectionRange(start, end);
  // The one way that keeps the browser's undo; where it is gone the text is set all the same.
  if (document.activeElement !== text || !document.execCommand("insertText", false, words)) {
    text.setRangeText(words, start, end, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
  text.setSelectionRange(from, until);
}
