// The newest complaints as points over the streets, where the city has tiles. Without, the drawing with its counts stays.
import { whenSeen } from "./place.js";

export default function (box) {
  if (box.dataset.tiles) {
    whenSeen(box, () => draw(box).catch(() => {}));
  }
}

async function draw(box) {
  const [{ open, dot }, pins] = await Promise.all([
    import("./leaflet.js"),
    fetch(box.dataset.pins).then((answer) => (answer.ok ? answer.json() : [])),
  ]);
  const { L, map } = await open(box, box.querySelector("svg"), box.dataset.edges.split(",").map(Number));
  for (const { number, title, isOpen, latitude, longitude } of pins) {
    const link = document.createElement("a");
    link.href = `/complaints/${number}`;
    link.textContent = title;
    L.marker([latitude, longitude], { icon: dot(L, isOpen), title, alt: title }).bindPopup(link).addTo(map);
  }
}
