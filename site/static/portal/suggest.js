// Suggestions in the search boxes, as an editable combobox with a list (WAI-ARIA Authoring Practices). Only a comfort.
"use strict";

const PAUSE = 150;
const SHORTEST = 2;

function suggesting(input, number) {
  const list = document.createElement("ul");
  const told = document.createElement("span");
  let options = [];
  let chosen = -1;
  let waiting = 0;
  let asked = null;
  let typed = input.value;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(place) {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = place;
    if (chosen < 0) {
      input.value = typed;
      input.removeAttribute("aria-activedescendant");
      return;
    }
    options[chosen].setAttribute("aria-selected", "true");
    options[chosen].scrollIntoView({ block: "nearest" });
    input.value = options[chosen].textContent;
    input.setAttribute("aria-activedescendant", options[chosen].id);
  }

  function show(texts) {
    options = texts.map((text, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = text;
      return option;
    });
    list.replaceChildren(...options);
    chosen = -1;
    told.textContent = texts.length === 1 ? "1 sugerencia" : texts.length ? `${texts.length} sugerencias` : "";
    if (!options.length) return close();
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    input.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed.trim())}`, { signal: asked.signal });
      const { items } = answer.ok ? await answer.json() : { items: [] };
      if (document.activeElement === input) show(items.map((item) => item.text));
    } catch {
      close();
    }
  }

  input.addEventListener("input", () => {
    typed = input.value;
    clearTimeout(waiting);
    asked?.abort();
    if (typed.trim().length < SHORTEST) return show([]);
    waiting = setTimeout(ask, PAUSE);
  });

  input.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const last = options.length - 1;
    if (event.key === "ArrowDown") choose(chosen === last ? -1 : chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen === -1 ? last : chosen - 1);
    else if (event.key === "Escape") {
      input.value = typed;
      close();
    } else return;
    event.preventDefault();
  });

  input.addEventListener("blur", () => {
    clearTimeout(waiting);
    close();
  });

  // Before the box loses its focus to the list.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    input.value = option.textContent;
    close();
    input.form.requestSubmit();
  });

  list.id = `sugerencias-${number}`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Sugerencias");
  told.className = "hidden";
  told.setAttribute("role", "status");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  input.after(list, told);
}

document.querySelectorAll("input[data-suggest]").forEach(suggesting);
