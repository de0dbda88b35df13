/* Dragging a card does what its button does: a comfort, never the only way. */
"use strict";

for (const board of document.querySelectorAll("[data-board]")) {
  let dragged = null;
  for (const card of board.querySelectorAll("[data-card]")) {
    if (!card.querySelector("[data-target]")) continue;
    card.draggable = true;
    card.addEventListener("dragstart", () => { dragged = card; });
    card.addEventListener("dragend", () => { dragged = null; });
  }
  for (const column of board.querySelectorAll("[data-state]")) {
    const button = () => dragged?.querySelector(`[data-target="${column.dataset.state}"]`);
    column.addEventListener("dragover", (event) => { if (button()) event.preventDefault(); });
    column.addEventListener("drop", (event) => { event.preventDefault(); button()?.click(); });
  }
}
