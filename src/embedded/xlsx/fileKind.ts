import type { FileFault } from "./fault";

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** Whether the file is a zip archive, as every workbook of today is. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b);
}

/** Names of an old compound file's streams stand in it as UTF-16. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const wide = Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat();
  for (let at = bytes.indexOf(wide[0] ?? 0); at >= 0; at = bytes.indexOf(wide[0] ?? 0, at + 1)) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

type Look = Extract<FileFault, { kind: "notZip" }>["looksLike"];

/** How files of text begin. */
const beginnings: readonly (readonly [Look, RegExp])[] = [
  ["html", /^\s*(<!doctype html|<html|<table|<head|<body|<style|<meta|MIME-Version:)/i],
  ["xml", /^\s*<\?xml/i],
  ["pdf", /^%PDF-/],
  ["archive", /^(Rar!|7z\u00bc\u00af|\u001f\u008b)/],
];

/** The first letters: UTF-16 where the file says so, else byte by byte. */
function beginning(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 2_000);
  if (startsWith(start, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(start);
  if (startsWith(start, 0xef, 0xbb, 0xbf)) return String.fromCharCode(...start.subarray(3));
  return String.fromCharCode(...start);
}

function lookOf(bytes: Uint8Array): Look {
  const start = beginning(bytes);
  const known = beginnings.find(([, pattern]) => pattern.test(start))?.[0];
  if (known !== undefined) return known;
  return /[\u0000-\u0008\u000e-\u001f]/.test(start) ? "other" : "csv";
}

/** What a file is that is no zip archive. */
export function notZip(bytes: Uint8Array): FileFault {
  if (bytes.length === 0) return { kind: "empty" };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return holdsStream(bytes, "EncryptedPackage") ? { kind: "encrypted" } : { kind: "oldXls" };
  }
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04)) return { kind: "oldXls" };
  return { kind: "notZip", looksLike: lookOf(bytes) };
}
