// The map of the form: a press puts a pin, and the pin chooses the dong. The drawing of the dongs works by itself;
// where the city has tiles and the library is there, a map with streets takes its place once it comes into sight.
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
    if (latitude.value && shapeAt(Number(latitude.value), Number(longitude.value))?.dataset.districtShape !== district.value) {
      clear();
    }
    mark(district.value);
  });

  if (latitude.value) {
    place(Number(latitude.value), Number(longitude.value), false);
  } else {
    mark(district.value);
  }
  if (box.dataset.tiles) {
    whenSeen(box, () => streets());
  }

  function place(lat, lng, tell = true) {
    const shape = shapeAt(lat, lng);
    if (!shape) {
      say(box.dataset.outside, true);
      return;
    }
    latitude.value = lat.toFixed(6);
    longitude.value = lng.toFixed(6);
    district.value = shape.dataset.districtShape;
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
    svg.querySelectorAll("polygon").forEach((shape) => shape.classList.toggle("chosen", shape.dataset.districtShape === id));
  }

  function say(text, isOutside) {
    status.textContent = text;
    status.classList.toggle("outside", isOutside);
  }

  function shapeAt(lat, lng) {
    const { width, height } = svg.viewBox.baseVal;
    const at = svg.createSVGPoint();
    at.x = ((lng - west) / (east - west)) * width;
    at.y = ((north - lat) / (north - south)) * height;
    return [...svg.querySelectorAll("polygon")].find((shape) => shape.isPointInFill(at));
  }

  async function streets() {
    const { open } = await import("./leaflet.js");
    map = await open(box, svg, [south, west, north, east]).catch(() => null);
    if (map) {
      map.onPress(place);
      if (latitude.value) {
        map.mark(Number(latitude.value), Number(longitude.value));
      }
    }
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
