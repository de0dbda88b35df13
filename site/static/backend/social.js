/* Posts for social networks: a counter that counts as the network does, and saving without leaving the page.
   The server checks everything again; without this script each button sends its form. */
"use strict";

(() => {
  if (window.socialPosts) return;
  window.socialPosts = true;
  const PARAGRAPH = "\n\n";
  let counting = null;

  const rules = () => {
    if (counting) return counting;
    const told = JSON.parse(document.getElementById("social-counting").textContent);
    counting = { ...told, link: new RegExp(told.link, "giu"), emoji: new RegExp(told.emoji, "gu") };
    return counting;
  };

  const weight = (text) => {
    const { ranges, light, heavy } = rules();
    let total = 0;
    for (const each of text) {
      const point = each.codePointAt(0);
      total += ranges.some(([first, last]) => first <= point && point <= last) ? light : heavy;
    }
    return total;
  };

  const weighted = (text) => {
    const { link, emoji, scale, linkLength, emojiLength } = rules();
    let fixed = 0;
    const rest = text.normalize("NFC").replace(link, () => { fixed += linkLength * scale; return ""; })
      .replace(emoji, () => { fixed += emojiLength * scale; return ""; });
    return Math.floor((fixed + weight(rest)) / scale);
  };

  const MEASURES = {
    characters: (text) => text.length,
    bytes: (text) => new TextEncoder().encode(text).length,
    weighted,
  };

  const field = (post, name) => post.querySelector(`[name$="-${name}"]`);

  const composed = (post) => {
    const text = field(post, "text").value.trim();
    const tags = field(post, "hashtags").value.split(/[\s,]+/).filter(Boolean)
      .map((tag) => (tag.startsWith("#") ? tag : `#${tag}`)).join(" ");
    return [text, post.dataset.link, tags].filter(Boolean).join(PARAGRAPH);
  };

  const tell = (output, length, most, unit) => {
    output.classList.toggle("social-post__count--over", length > most);
    const over = length > most ? ` · sobran ${(length - most).toLocaleString("es-PE")}` : "";
    output.textContent = `${length.toLocaleString("es-PE")} de ${most.toLocaleString("es-PE")} ${unit}${over}`;
  };

  const count = (post) => {
    const output = post.querySelector("[data-count]");
    const bare = field(post, "card").value === "none";
    const most = Number(bare ? post.dataset.most : post.dataset.underPicture);
    const length = MEASURES[post.dataset.measure](composed(post));
    tell(output, length, most, post.dataset.measure === "bytes" ? "bytes (una letra con tilde cuenta dos)" : "caracteres");
    const title = post.querySelector("[data-title-count]");
    if (title) tell(title, field(post, "title").value.trim().length, Number(title.dataset.most), "caracteres");
  };

  const filled = (post, act) => {
    const data = new FormData();
    for (const input of post.querySelectorAll("input, textarea, select")) data.append(input.name, input.value);
    data.append("act", act);
    data.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    return data;
  };

  const send = async (post, button) => {
    button.disabled = true;
    try {
      const answer = await fetch(post.dataset.address, {
        method: "POST", body: filled(post, button.value), headers: { Accept: "text/fragment+html" },
        credentials: "same-origin", redirect: "error",
      });
      if (answer.status !== 200 && answer.status !== 422) throw new Error(String(answer.status));
      const holder = document.createElement("template");
      holder.innerHTML = (await answer.text()).trim();
      const fresh = holder.content.firstElementChild;
      post.replaceWith(fresh);
      count(fresh);
      (fresh.querySelector("[role=alert]") || fresh.querySelector("[role=status]"))?.scrollIntoView({ block: "nearest" });
    } catch {
      button.disabled = false;
      let note = post.querySelector("[data-note]");
      if (!note) {
        note = document.createElement("p");
        note.className = "social-post__fault";
        note.dataset.note = "";
        note.setAttribute("role", "alert");
        button.parentElement.after(note);
      }
      note.textContent = "No se pudo guardar: revise su conexión e inténtelo otra vez. Lo que escribió sigue aquí.";
    }
  };

  const postOf = (event) => event.target.closest?.("[data-social-post]");

  document.addEventListener("input", (event) => { const post = postOf(event); if (post) count(post); });
  document.addEventListener("change", (event) => { const post = postOf(event); if (post) count(post); });
  document.addEventListener("click", (event) => {
    const post = postOf(event);
    const button = event.target.closest?.("button[name=act]");
    if (!post || !button) return;
    event.preventDefault();
    send(post, button);
  });
  const start = () => { for (const post of document.querySelectorAll("[data-social-post]")) count(post); };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
