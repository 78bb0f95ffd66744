// Puts Markdown's marks around what is chosen, or before its lines; a second time takes them away. Undo works, since the text goes in as typed.
const around = { bold: "**", italic: "*" };
const before = { heading: "## ", quote: "> ", list: "- " };

export function mark(text, kind, address) {
  text.focus();
  const { selectionStart: start, selectionEnd: end } = text;
  if (around[kind]) {
    stars(text, around[kind], start, end);
  } else if (kind === "link") {
    link(text, start, end, address);
  } else {
    lines(text, kind, start, end);
  }
}

// Returns where the words end.
export function insert(text, words, place = text.selectionEnd) {
  text.focus();
  // After the line of the place: what is written there stays in one piece.
  const next = text.value.indexOf("\n", place);
  const at = next < 0 ? text.value.length : next;
  const gap = at === 0 || text.value.slice(0, at).endsWith("\n\n") ? "" : text.value.slice(0, at).endsWith("\n") ? "\n" : "\n\n";
  // One blank line follows: what already stands there counts.
  const follows = /^\n{0,2}/.exec(text.value.slice(at))[0].length;
  const whole = gap + words + "\n".repeat(2 - follows);
  const until = at + gap.length + words.length + 2;
  put(text, at, at, whole, until, until);
  return until - 2;
}

// One star and two can stand around the same words, and blanks at the edge of a choice belong outside.
function stars(text, sign, from, until) {
  const { value } = text;
  let start = from;
  let end = until;
  while (start < end && /\s/.test(value[start])) start++;
  while (end > start && /\s/.test(value[end - 1])) end--;
  while (end - start > 2 && value[start] === "*" && value[end - 1] === "*") {
    start++;
    end--;
  }
  let count = 0;
  while (value[start - 1 - count] === "*" && value[end + count] === "*") count++;
  const chosen = value.slice(start, end);
  if (sign === "**" ? count > 1 : count % 2 === 1) {
    put(text, start - sign.length, end + sign.length, chosen, start - sign.length, end - sign.length);
  } else {
    put(text, start, end, sign + chosen + sign, start + sign.length, end + sign.length);
  }
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
