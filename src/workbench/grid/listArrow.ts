import type { IDisposable, Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { createElement, type MouseEvent } from "react";
import type { Selected } from "../thread/messages";

/** A cell with a list, and what opens it below a place of the page. */
export interface ListPlace {
  readonly selected: Selected;
  readonly open: (below: DOMRect) => void;
}

/** The arrow beside the selected cell that opens its list, as Excel shows it; it goes along with the cell. */
export class ListArrow {
  private readonly univer: FUniver;
  private place: ListPlace | undefined;
  private attached: Nullable<IDisposable>;

  constructor(univer: FUniver) {
    this.univer = univer;
  }

  /** Puts the arrow to another cell, or takes it away. */
  point(place: ListPlace | undefined): void {
    this.place = place;
    this.draw();
  }

  /** After the grid was drawn anew. */
  draw(): void {
    this.attached?.dispose();
    this.attached = undefined;
    if (this.place === undefined) return;
    const { selected, open } = this.place;
    const { row, column } = selected.extent;
    const sheet = this.univer.getActiveWorkbook()?.getSheetBySheetId(selected.sheetId);
    const onClick = ({ currentTarget }: MouseEvent): void => {
      open(currentTarget.getBoundingClientRect());
    };
    const arrow = () =>
      createElement("button", { type: "button", className: "listArrow", "aria-label": "打开可选内容", onClick }, "▾");
    this.attached = sheet
      ?.getRange(row, column)
      .attachPopup({ componentKey: arrow, direction: "horizontal", hiddenType: "hide" });
  }
}
