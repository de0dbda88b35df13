// Comforts only: every page works without this file.
"use strict";

// A click on a video's poster brings its player; until then nothing is asked of other sites.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-frame]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.src = link.dataset.frame;
  frame.title = link.dataset.title;
  frame.allow = "autoplay; fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  link.replaceWith(frame);
  frame.focus();
});

// The menu of a phone closes with Escape and when one leaves it.
const menu = document.querySelector(".menu details");
if (menu) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
}

// On a narrow screen the organisation chart starts closed below its first levels.
if (matchMedia("(max-width: 59.99em)").matches) {
  document.querySelectorAll(".unit:not(.unit--branch) > details").forEach((unit) => { unit.open = false; });
}

// A gallery opens its pictures in place: arrows, swipe, Escape.
const SVG = "http://www.w3.org/2000/svg";

function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  const sprite = document.querySelector("svg.icon use").getAttribute("href").split("#")[0];
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${sprite}#${name}`);
  drawing.append(use);
  return drawing;
}

function button(label, drawing, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.setAttribute("aria-label", label);
  made.append(icon(drawing));
  made.addEventListener("click", action);
  return made;
}

function viewer(links) {
  const dialog = document.createElement("dialog");
  const image = document.createElement("img");
  const words = document.createElement("p");
  const count = document.createElement("span");
  const keys = document.createElement("div");
  let place = 0;
  let touched = null;

  function show(next) {
    place = (next + links.length) % links.length;
    const thumb = links[place].querySelector("img");
    image.src = links[place].href;
    image.alt = thumb ? thumb.alt : "";
    words.textContent = links[place].parentElement.querySelector("figcaption")?.textContent.trim() ?? "";
    count.textContent = `${place + 1} de ${links.length}`;
    new Image().src = links[(place + 1) % links.length].href;
  }

  dialog.className = "viewer";
  dialog.setAttribute("aria-label", "Galería de imágenes");
  words.setAttribute("aria-live", "polite");
  keys.className = "viewer__keys";
  keys.append(
    button("Imagen anterior", "left", () => show(place - 1)),
    count,
    button("Imagen siguiente", "right", () => show(place + 1)),
    button("Cerrar", "close", () => dialog.close()),
  );
  dialog.append(image, words, keys);
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(place - 1);
    if (event.key === "ArrowRight") show(place + 1);
  });
  dialog.addEventListener("pointerdown", (event) => { touched = event.clientX; });
  dialog.addEventListener("pointerup", (event) => {
    const moved = touched === null ? 0 : event.clientX - touched;
    touched = null;
    if (Math.abs(moved) > 50) show(place + (moved < 0 ? 1 : -1));
  });
  dialog.addEventListener("close", () => links[place].focus());
  document.body.append(dialog);
  return { open(start) { show(start); dialog.showModal(); } };
}

document.querySelectorAll("[data-gallery]").forEach((gallery) => {
  const links = [...gallery.querySelectorAll("a[href]")];
  if (!links.length) return;
  let seen = null;
  links.forEach((link, place) => link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    seen ??= viewer(links);
    seen.open(place);
  }));
});

// Before and after become one picture with a slider over it; without scripts they stand side by side.
document.querySelectorAll("[data-compare]").forEach((pair) => {
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: "0", max: "100", value: "50" });
  slider.setAttribute("aria-label", "Mover entre antes y después");
  slider.addEventListener("input", () => pair.style.setProperty("--cut", `${slider.value}%`));
  pair.classList.add("compare--sliding");
  pair.prepend(...pair.querySelectorAll("picture"), slider);
});

// An alert leaves when its time ends; all but the gravest may be closed until the browser is. The next one takes its place.
const leaveAlert = (alert) => {
  const all = alert.closest(".alerts"), fold = all.querySelector("details");
  alert.remove();
  if (!fold) return;
  if (!all.querySelector(":scope > .alert") && fold.querySelector(".alert")) fold.before(fold.querySelector(".alert"));
  const left = fold.querySelectorAll(".alert").length;
  if (!left) return fold.remove();
  fold.querySelector("[data-count]").textContent = left === 1 ? fold.dataset.one : fold.dataset.many.replace("{}", left);
};
document.querySelectorAll("[data-alert]").forEach((alert) => {
  const left = alert.dataset.until * 1000 - Date.now();
  if (left < 2 ** 31) setTimeout(() => leaveAlert(alert), Math.max(0, left));
  if (alert.classList.contains("alert--danger")) return;
  const key = `alert-${alert.dataset.alert}`;
  if (sessionStorage.getItem(key)) return leaveAlert(alert);
  alert.firstElementChild.append(button("Cerrar este aviso", "close", () => {
    sessionStorage.setItem(key, "1");
    leaveAlert(alert);
  }));
});
