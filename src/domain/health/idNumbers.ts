const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether a resident's number of 18 signs ends with the sign that the others ask for. GB 11643 */
export function isResidentId(id: string): boolean {
  const total = RESIDENT_WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(id[index]), 0);
  return "10X98765432".charAt(total % 11) === id.charAt(17);
}

const CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether a 统一社会信用代码 of 18 signs is written with its own signs and ends with the one that the others ask for. GB 32100 */
export function isCreditCode(code: string): boolean {
  const values = Array.from(code, (sign) => CREDIT_SIGNS.indexOf(sign));
  if (values.length !== 18 || values.includes(-1)) return false;
  const total = CREDIT_WEIGHTS.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);
  return (31 - (total % 31)) % 31 === values[17];
}

const isResident = (id: string): boolean => /^[1-8]\d{5}(?:18|19|20)\d{9}[\dX]$/.test(id);
/** Numbers of residents and licences as they were given out earlier. */
const OLDER_LENGTH = 15;

/** What is wrong with a number by which a person or a company is known; undefined where nothing is seen to be. Passports, numbers with letters of other papers and masked ones are not judged. */
export function idFault(value: string): string | undefined {
  const id = value.replaceAll(" ", "").toUpperCase();
  if (isResident(id)) return isResidentId(id) ? undefined : "身份证号码的校验位不对，请核实。";
  if (/^[0-9A-Z]{18}$/.test(id)) return isCreditCode(id) ? undefined : "统一社会信用代码的校验位不对，请核实。";
  const isOfDigits = /^\d{11,}X?$/.test(id);
  if (!isOfDigits || id.length === OLDER_LENGTH) return undefined;
  return `证件号码有 ${String(id.length)} 位，身份证和统一社会信用代码都是 18 位，请核实。`;
}
