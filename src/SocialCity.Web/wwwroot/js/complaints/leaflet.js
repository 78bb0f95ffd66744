// A map with streets in place of the drawing. Fails quietly (a rejected promise) where the library or its tiles are not there.
const library = "/lib/leaflet/leaflet-src.esm.js";
const style = "/lib/leaflet/leaflet.css";

export async function open(box, svg, [south, west, north, east]) {
  const L = await import(library);
  await styled();
  const canvas = svg.parentElement;
  const place = document.createElement("div");
  canvas.classList.add("tiled");
  svg.hidden = true;
  svg.style.display = "none";
  canvas.append(place);

  const map = L.map(place, { scrollWheelZoom: false, attributionControl: Boolean(box.dataset.attribution) });
  map.fitBounds([[south, west], [north, east]]);
  L.tileLayer(box.dataset.tiles, { attribution: escape(box.dataset.attribution ?? ""), maxZoom: 19 }).addTo(map);
  const { width, height } = svg.viewBox.baseVal;
  for (const shape of svg.querySelectorAll("polygon")) {
    const ring = [...shape.points].map(({ x, y }) => [north - (y / height) * (north - south), west + (x / width) * (east - west)]);
    L.polygon(ring, { className: "dong", fill: false, interactive: false }).addTo(map);
  }

  let mark;
  return {
    L,
    map,
    onPress: (act) => map.on("click", ({ latlng }) => act(latlng.lat, latlng.lng)),
    mark(lat, lng) {
      mark?.remove();
      mark = L.marker([lat, lng], { icon: dot(L, true), keyboard: false }).addTo(map);
      map.panTo([lat, lng]);
    },
    unmark: () => mark?.remove(),
  };
}

export function dot(L, isOpen) {
  return L.divIcon({ className: isOpen ? "map-dot" : "map-dot done", iconSize: [16, 16] });
}

function escape(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return element.innerHTML;
}

function styled() {
  return new Promise((done, fail) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = style;
    link.addEventListener("load", done);
    link.addEventListener("error", fail);
    document.head.append(link);
  });
}
