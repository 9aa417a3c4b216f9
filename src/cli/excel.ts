import "./unread";
import fs from "node:fs";
import path from "node:path";
import { dayOf, daySerial, type Day } from "../domain/loan/day";
import { main } from "./script/main";

/** Lies beside the built program. */
const beside = (file: string): string => fs.readFileSync(path.join(__dirname, file), "utf8");

function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? daySerial(1);
}

const ended = main(process.argv.slice(2), {
  today,
  print: (level, text) => process[level === "out" ? "stdout" : "stderr"].write(`${text}\n`),
  sources: { library: beside("excel-web-16.00.js"), inside: beside("inside.cjs") },
});

void ended.then((code) => {
  process.exitCode = code;
});
