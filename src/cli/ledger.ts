import "./memory";
import "./unread";
import path from "node:path";
import { dayOf, daySerial, type Day } from "../domain/loan/day";
import { connect } from "../embedded/client/node";
import { embeddedExcel } from "../embedded/excel";
import { excelWorkbook } from "../excel/excelWorkbook";
import { main } from "./main";

/** Lies beside the built program. */
const CLIENT_LIBRARY = path.join(__dirname, "excel-web-16.00.js");

function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? daySerial(1);
}

const ended = main(process.argv.slice(2), {
  today: today(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  start: (book) => {
    const excel = embeddedExcel(book, { today });
    connect(excel, CLIENT_LIBRARY);
    return { excel, workbook: excelWorkbook() };
  },
});

void ended.then((code) => {
  process.exitCode = code;
});
