// The drawing of the dongs as a map that can be moved and enlarged, with streets beneath where the city has tiles. Its library is
// fetched once the map comes near to sight; where it was not built in, the drawing stays.
export async function open(box, svg) {
  const { library, mapStyle, tiles, attribution, zoomIn, zoomOut } = box.dataset;
  await Promise.all([import(library), styled(mapStyle)]);
  const L = window.L;
  const canvas = svg.parentElement;
  const [south, west, north, east] = box.dataset.edges.split(",").map(Number);
  const city = L.latLngBounds([south, west], [north, east]);
  const { width, height } = svg.viewBox.baseVal;
  const earth = (x, y) => [north - (y / height) * (north - south), west + (x / width) * (east - west)];

  const place = document.createElement("div");
  // As large as the drawing was: nothing on the page moves.
  canvas.style.setProperty("--map-size", `${canvas.clientHeight}px`);
  canvas.classList.add("moving");
  canvas.classList.toggle("tiled", Boolean(tiles));
  svg.style.display = "none";
  canvas.append(place);
  place.setAttribute("role", "application");
  place.setAttribute("aria-label", box.dataset.name);

  const map = L.map(place, {
    scrollWheelZoom: false,
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.25,
    maxZoom: 19,
    maxBounds: city.pad(0.3),
    zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  L.control.zoom({ position: "topright", zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  map.fitBounds(city);
  map.setMinZoom(map.getZoom());
  if (tiles) {
    L.control.attribution({ prefix: false }).addTo(map);
    L.tileLayer(tiles, { attribution: escaped(attribution), maxZoom: 19 }).addTo(map);
  }

  const shapes = [...svg.querySelectorAll("polygon")].map((polygon) => {
    const ring = [...polygon.points].map(({ x, y }) => earth(x, y));
    const shape = L.polygon(ring, { className: `dong ${polygon.getAttribute("class") ?? ""}`, interactive: false }).addTo(map);
    return { id: polygon.dataset.shape, polygon, shape, at: earth(...polygon.dataset.label.split(",").map(Number)) };
  });

  return {
    L,
    map,
    city,
    shapes,
    choose: (id) => shapes.forEach((s) => s.shape.getElement().classList.toggle("chosen", s.id === id)),
  };
}

// Names and the like over the dongs. Where they would lie upon each other, the later ones are hidden until there is room.
export function label({ L, map, shapes }, draw) {
  // Below points and the pin.
  map.createPane("labels").style.zIndex = 590;
  const contents = shapes.map((shape) => {
    const content = draw(shape);
    content.classList.add("dong-label");
    const icon = L.divIcon({ className: "dong-place", iconSize: [0, 0], html: content });
    L.marker(shape.at, { icon, pane: "labels", keyboard: false, interactive: false }).addTo(map);
    return content;
  });
  const thin = () => {
    const taken = [];
    for (const content of contents) {
      content.classList.remove("hidden");
      const box = content.getBoundingClientRect();
      const free = taken.every((t) => box.right < t.left || t.right < box.left || box.bottom < t.top || t.bottom < box.top);
      content.classList.toggle("hidden", !free);
      if (free) {
        taken.push(box);
      }
    }
  };
  map.on("zoomend resize", thin);
  thin();
  return contents;
}

function escaped(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return element.innerHTML;
}

function styled(address) {
  return new Promise((done, fail) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.addEventListener("load", done);
    link.addEventListener("error", fail);
    document.head.append(link);
  });
}
