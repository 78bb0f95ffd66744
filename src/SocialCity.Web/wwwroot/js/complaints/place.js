// The map of the form: a press puts a pin, and the pin chooses the dong. The drawing of the dongs works by itself; where the map's
// library is there, a map that can be moved and enlarged takes its place once it comes near to sight.
export default function (box) {
  const form = box.closest("form");
  const svg = box.querySelector("svg");
  const pin = svg.querySelector("[data-pin]");
  const latitude = box.querySelector("[data-latitude]");
  const longitude = box.querySelector("[data-longitude]");
  const unpin = box.querySelector("[data-unpin]");
  const status = box.querySelector("[data-place-status]");
  const district = form.querySelector("select[data-district]");
  const plain = status.textContent;
  const [south, west, north, east] = box.dataset.edges.split(",").map(Number);
  let map;

  svg.addEventListener("click", (event) => {
    const at = svg.createSVGPoint();
    at.x = event.clientX;
    at.y = event.clientY;
    const { x, y } = at.matrixTransform(svg.getScreenCTM().inverse());
    const { width, height } = svg.viewBox.baseVal;
    place(north - (y / height) * (north - south), west + (x / width) * (east - west));
  });

  unpin.addEventListener("click", clear);
  box.querySelector("[data-locate]").addEventListener("click", () => {
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => place(coords.latitude, coords.longitude),
      () => say(plain, false),
      { enableHighAccuracy: true, timeout: 10000 },
    );
  });
  district.addEventListener("change", () => {
    // A dong chosen by hand counts, not the pin elsewhere.
    if (latitude.value && shapeAt(Number(latitude.value), Number(longitude.value))?.dataset.shape !== district.value) {
      clear();
    }
    mark(district.value);
  });
  // A kept draft comes back.
  longitude.addEventListener("change", () => {
    if (latitude.value && longitude.value) {
      place(Number(latitude.value), Number(longitude.value), false);
    }
  });

  if (latitude.value) {
    place(Number(latitude.value), Number(longitude.value), false);
  } else {
    mark(district.value);
  }
  if (box.dataset.library) {
    whenSeen(box, () => enlarge().catch(() => {}));
  }

  function place(lat, lng, tell = true) {
    const shape = shapeAt(lat, lng);
    if (!shape) {
      say(box.dataset.outside, true);
      return;
    }
    latitude.value = lat.toFixed(6);
    longitude.value = lng.toFixed(6);
    district.value = shape.dataset.shape;
    const { width, height } = svg.viewBox.baseVal;
    pin.setAttribute("transform", `translate(${((lng - west) / (east - west)) * width} ${((north - lat) / (north - south)) * height})`);
    pin.removeAttribute("hidden");
    map?.mark(lat, lng);
    unpin.hidden = false;
    mark(district.value);
    say(box.dataset.chosen.replace("#", shape.dataset.name), false);
    if (tell) {
      form.dispatchEvent(new Event("placed"));
      form.dispatchEvent(new Event("input"));
    }
  }

  function clear() {
    latitude.value = "";
    longitude.value = "";
    pin.setAttribute("hidden", "");
    map?.unmark();
    unpin.hidden = true;
    say(plain, false);
  }

  function mark(id) {
    svg.querySelectorAll("polygon").forEach((shape) => shape.classList.toggle("chosen", shape.dataset.shape === id));
    map?.choose(id);
  }

  function say(text, isOutside) {
    status.textContent = text;
    status.classList.toggle("outside", isOutside);
  }

  // By hand: a browser asks only shapes that are shown, and the drawing hides behind the map.
  function shapeAt(lat, lng) {
    const { width, height } = svg.viewBox.baseVal;
    const x = ((lng - west) / (east - west)) * width;
    const y = ((north - lat) / (north - south)) * height;
    return [...svg.querySelectorAll("polygon")].find(({ points }) => {
      let inside = false;
      for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
        const [a, b] = [points[i], points[j]];
        if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) {
          inside = !inside;
        }
      }
      return inside;
    });
  }

  async function enlarge() {
    const { open, label } = await import("./leaflet.js");
    const drawn = await open(box, svg);
    const { L, map: moving } = drawn;
    const shown = pin.ownerSVGElement.cloneNode();
    shown.setAttribute("viewBox", "-16 -43 32 45");
    shown.removeAttribute("aria-label");
    shown.setAttribute("aria-hidden", "true");
    shown.style.display = "";
    shown.append(...pin.cloneNode(true).children);
    const pinned = L.marker([0, 0], {
      icon: L.divIcon({ className: "map-pin", iconSize: [32, 45], iconAnchor: [16, 43], html: shown }),
      draggable: true,
      keyboard: false,
    });

    label(drawn, ({ polygon }) => Object.assign(document.createElement("span"), { textContent: polygon.dataset.name }));
    moving.on("click", ({ latlng }) => place(latlng.lat, latlng.lng));
    pinned.on("dragend", () => {
      const { lat, lng } = pinned.getLatLng();
      place(lat, lng);
      // Dropped outside, it goes back.
      pinned.setLatLng([Number(latitude.value), Number(longitude.value)]);
    });
    // The cross in the middle is for the keyboard: a press puts the pin where it falls.
    const frame = moving.getContainer();
    const aim = (byKeys) => frame.parentElement.classList.toggle("by-keys", byKeys);
    frame.addEventListener("keyup", ({ target }) => aim(target === frame));
    frame.addEventListener("pointerdown", () => aim(false));
    frame.addEventListener("focusout", () => aim(false));
    frame.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target === frame) {
        // Enter in a form would send it.
        event.preventDefault();
        const { lat, lng } = moving.getCenter();
        place(lat, lng);
      }
    });

    map = {
      mark(lat, lng) {
        pinned.setLatLng([lat, lng]).addTo(moving);
        moving.panInside([lat, lng], { padding: [48, 48] });
      },
      unmark: () => pinned.remove(),
      choose: drawn.choose,
    };
    if (latitude.value) {
      map.mark(Number(latitude.value), Number(longitude.value));
    }
    mark(district.value);
  }
}

export function whenSeen(element, act) {
  const watcher = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      watcher.disconnect();
      act();
    }
  }, { rootMargin: "200px" });
  watcher.observe(element);
}
