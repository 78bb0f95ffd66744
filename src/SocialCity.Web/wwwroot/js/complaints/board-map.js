// The newest complaints as points on the map: as many as there is room for, more as it is enlarged. They are one stop of the keyboard;
// arrow keys go from one to the next.
import { whenSeen } from "./place.js";

const onward = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const room = 40;
const half = 8;

export default function (box) {
  if (box.dataset.library) {
    whenSeen(box, () => draw(box).catch(() => {}));
  }
}

async function draw(box) {
  const [{ open, label }, pins] = await Promise.all([
    import("./leaflet.js"),
    fetch(box.dataset.pins).then((answer) => (answer.ok ? answer.json() : [])),
  ]);
  const drawn = await open(box, box.querySelector("svg"));
  const labels = label(drawn, ({ polygon }) => {
    const link = document.createElement("a");
    const dong = polygon.closest("a");
    link.href = dong.href.baseVal;
    const [name, count] = [...dong.querySelectorAll("text")].map((text) => text.textContent);
    link.append(`${name} `, Object.assign(document.createElement("b"), { textContent: count }));
    return link;
  });
  scatter(drawn, box, pins, labels);
}

function scatter({ L, map }, box, pins, labels) {
  // Those that somebody works on first, each with the newest before the others.
  const markers = [...pins.filter((pin) => pin.isOpen), ...pins.filter((pin) => !pin.isOpen)].map((pin) => point(L, map, box, pin));
  let stops = [];

  function thin() {
    const taken = [];
    const focused = document.activeElement;
    const frame = map.getContainer().getBoundingClientRect();
    const names = labels.filter((name) => !name.classList.contains("hidden")).map((name) => name.getBoundingClientRect());
    const isNamed = ({ x, y }) => names.some((name) =>
      x + frame.x > name.left - half && x + frame.x < name.right + half && y + frame.y > name.top - half && y + frame.y < name.bottom + half);
    stops = markers.filter((marker) => {
      const at = map.latLngToContainerPoint(marker.getLatLng());
      const element = marker.getElement();
      const free = marker.isPopupOpen() || element === focused || (!isNamed(at) && taken.every((other) => at.distanceTo(other) >= room));
      element.hidden = !free;
      element.tabIndex = -1;
      if (free) {
        taken.push(at);
      }
      return free;
    });
    stopAt(stops.find((marker) => marker.getElement() === focused) ?? stops[0]);
    stops.forEach((marker) => marker.getElement().setAttribute("aria-description", box.dataset.pinName.replace("#", stops.length)));
  }

  function stopAt(marker) {
    stops.forEach((other) => (other.getElement().tabIndex = other === marker ? 0 : -1));
  }

  map.on("zoomend", thin);
  thin();
  map.getPane("markerPane").addEventListener("keydown", (event) => {
    const from = stops.findIndex((marker) => marker.getElement() === event.target);
    if (from >= 0 && onward[event.key]) {
      // Not for the map, which would move.
      event.preventDefault();
      event.stopPropagation();
      const next = stops[(from + onward[event.key] + stops.length) % stops.length];
      stopAt(next);
      next.getElement().focus();
      map.panInside(next.getLatLng(), { padding: [room, room] });
    }
  });
}

function point(L, map, box, { number, title, isOpen, latitude, longitude }) {
  const link = document.createElement("a");
  link.href = `/complaints/${number}`;
  link.textContent = title;
  const state = document.createElement("span");
  state.className = "subtle";
  state.textContent = isOpen ? box.dataset.open : box.dataset.done;
  const content = document.createElement("div");
  content.className = "map-card";
  content.append(link, state);

  const icon = L.divIcon({ className: isOpen ? "map-dot" : "map-dot done", iconSize: [24, 24] });
  const marker = L.marker([latitude, longitude], { icon }).bindPopup(content, { minWidth: 160, maxWidth: 240 }).addTo(map);
  const stop = marker.getElement();
  stop.setAttribute("aria-label", `${title}, ${state.textContent}`);
  marker.on("popupopen", ({ popup }) => {
    popup.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", box.dataset.close);
    if (document.activeElement === stop) {
      link.focus();
    }
  });
  marker.getPopup().on("add", ({ target }) => {
    target.getElement().onkeydown = ({ key }) => {
      if (key === "Escape") {
        marker.closePopup();
        stop.focus();
      }
    };
  });
  return marker;
}
