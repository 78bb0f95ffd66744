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
    zoomSnap: 0.1,
    maxZoom: 19,
    maxBounds: city.pad(0.3),
    zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  const isNarrow = place.clientWidth < 480;
  const buttons = L.control.zoom({ position: isNarrow ? "bottomright" : "topright", zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map).getContainer();
  map.fitBounds(city);
  makeRoom(map, city, buttons, isNarrow);
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

// The buttons cover no part of the city: it moves aside, where it does not leave their corner free by itself.
function makeRoom(map, city, buttons, isBelow) {
  const frame = map.getContainer().getBoundingClientRect();
  const covered = buttons.getBoundingClientRect();
  const corner = map.latLngToContainerPoint(isBelow ? city.getSouthEast() : city.getNorthEast());
  if (isBelow ? corner.y > covered.top - frame.top : corner.x > covered.left - frame.left) {
    map.fitBounds(city, { paddingBottomRight: isBelow ? [0, frame.bottom - covered.top] : [frame.right - covered.left, 0] });
  }
}

// Names and the like over the dongs. Where they would lie upon each other, the later ones are hidden until there is room: first come the
// names, then what else belongs to them.
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
    const shown = [];
    for (const content of contents) {
      content.classList.remove("hidden");
      content.classList.add("short");
      const isFree = hasRoom(content, shown);
      content.classList.toggle("hidden", !isFree);
      if (isFree) {
        shown.push(content);
      }
    }
    for (const content of shown) {
      content.classList.remove("short");
      content.classList.toggle("short", !hasRoom(content, shown));
    }
  };
  map.on("zoomend resize", thin);
  thin();
  return contents;
}

function hasRoom(label, others) {
  const box = label.getBoundingClientRect();
  return others.filter((other) => other !== label).map((other) => other.getBoundingClientRect())
    .every((other) => box.right < other.left || other.right < box.left || box.bottom < other.top || other.bottom < box.top);
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
