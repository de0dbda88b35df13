// A map of works: Leaflet, served from here and fetched when the map comes into view. Without scripts there is a list.
"use strict";

const WORDS = { zoomInTitle: "Acercar", zoomOutTitle: "Alejar" };
const AIJA = [-9.78, -77.61];

function fetched(tag, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", resolve);
    element.addEventListener("error", reject);
    document.head.append(element);
  });
}

function told(work) {
  const box = document.createElement("div");
  const link = Object.assign(document.createElement("a"), { href: work.url, textContent: work.title });
  const facts = [work.stage, work.physical === null ? null : `${work.physical} %`, work.district];
  const line = Object.assign(document.createElement("p"), { textContent: facts.filter(Boolean).join(" · ") });
  box.append(link, line);
  return box;
}

function marks(map, places) {
  places.districts.forEach((district) => {
    L.circleMarker(district.point, { radius: 3, className: "map__district", interactive: false })
      .bindTooltip(district.name, { permanent: true, direction: "bottom", offset: [0, 8], className: "map__name" }).addTo(map);
  });
  places.works.forEach((work) => {
    L.circleMarker(work.point, { radius: 10, className: `map__work map__work--${work.stage_code}` })
      .bindPopup(told(work)).bindTooltip(work.title).addTo(map);
  });
  const seen = places.works.length > 1 ? places.works : [...places.works, ...places.districts];
  if (seen.length) map.fitBounds(seen.map((each) => each.point), { padding: [40, 40], maxZoom: 14 });
}

async function draw(box) {
  const { points, script, style, tiles, credit } = box.dataset;
  const [answer] = await Promise.all([
    fetch(points, { headers: { Accept: "application/json" } }),
    fetched("link", { rel: "stylesheet", href: style }),
    fetched("script", { src: script }),
  ]);
  if (!answer.ok) throw new Error(`The map's places answered ${answer.status}`);
  const map = L.map(box, { zoomControl: false, scrollWheelZoom: false }).setView(AIJA, 11);
  L.control.zoom(WORDS).addTo(map);
  map.attributionControl.setPrefix(false);
  if (tiles) L.tileLayer(tiles, { attribution: credit, maxZoom: 18 }).addTo(map);
  marks(map, await answer.json());
}

document.querySelectorAll("[data-map]").forEach((box) => {
  box.hidden = false;
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    draw(box).catch(() => { box.hidden = true; });
  }, { rootMargin: "200px" }).observe(box);
});
