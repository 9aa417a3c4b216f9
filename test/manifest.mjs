// Checks the manifest without a network: node test/manifest.mjs [manifest.xml]. Ends with 1 and one line a fault.
import { readdirSync, readFileSync, existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const DEVELOPMENT_URL = "https://localhost:3000/";
const LONGEST_ID = 32;
const longestString = { "bt:ShortStrings": 125, "bt:LongStrings": 250 };
const longestName = { DisplayName: 125, Description: 250, ProviderName: 125 };

/** Child elements in the order in which the schema wants them. */
const orders = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};

/** A tree of elements; throws where the text is not well formed. Enough XML for a manifest: no CDATA, no DTD. */
function parse(xml) {
  const top = { name: "#document", attributes: {}, children: [], text: "" };
  const open = [top];
  const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let last = 0;
  for (const [all, closing, name, attributes, alone, text] of xml.matchAll(token)) {
    last += all.length;
    if (text !== undefined) open.at(-1).text += text.trim();
    if (name === undefined) continue;
    if (closing) {
      const begun = open.pop().name;
      if (begun !== name) throw new Error(`</${name}> closes <${begun}>`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)].map(([, key, value]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(pairs), children: [], text: "" };
    open.at(-1).children.push(element);
    if (!alone) open.push(element);
  }
  if (last !== xml.length) throw new Error(`not well formed near: ${xml.slice(last, last + 60).trim()}`);
  if (open.length !== 1) throw new Error(`<${open.at(-1).name}> is not closed`);
  return top;
}

const descendants = (element) => [element, ...element.children.flatMap(descendants)];
const within = (element, name) => descendants(element).filter((one) => one.name === name);
const duplicates = (values) => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];

/** Width and height of a PNG. */
function pixels(file) {
  const bytes = readFileSync(file);
  const isPng = bytes.toString("latin1", 1, 4) === "PNG";
  return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined;
}

function orderFaults(document) {
  const faults = [];
  for (const element of descendants(document)) {
    const wanted = orders[element.name];
    if (wanted === undefined) continue;
    const places = element.children.map((child) => wanted.indexOf(child.name));
    places.forEach((place, index) => {
      const child = element.children[index].name;
      if (place < 0) faults.push(`<${element.name}> may not hold <${child}>`);
      else if (index > 0 && place < places[index - 1]) faults.push(`<${child}> stands too late in <${element.name}>`);
    });
  }
  return faults;
}

function resources(document) {
  const sections = ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"];
  return sections.flatMap((section) =>
    within(document, section).flatMap((element) =>
      element.children.map((child) => ({
        section,
        id: child.attributes.id,
        value: child.attributes.DefaultValue,
        child,
      })),
    ),
  );
}

const expectedSection = (name, parent) => {
  if (name === "bt:Image") return "bt:Images";
  if (["SourceLocation", "FunctionFile", "Runtime", "LearnMoreUrl"].includes(name)) return "bt:Urls";
  if (name === "Description" && ["Supertip", "GetStarted"].includes(parent)) return "bt:LongStrings";
  return "bt:ShortStrings";
};

function resourceFaults(document) {
  const all = resources(document);
  const sectionOf = new Map(all.map(({ id, section }) => [id, section]));
  const faults = duplicates(all.map(({ id }) => id)).map((id) => `resource id "${id}" stands twice`);
  const used = new Set();
  for (const parent of descendants(document)) {
    for (const { name, attributes } of parent.children) {
      if (attributes.resid === undefined) continue;
      used.add(attributes.resid);
      const wanted = expectedSection(name, parent.name);
      const found = sectionOf.get(attributes.resid);
      if (found === undefined) faults.push(`<${name}> asks for "${attributes.resid}", which is no resource`);
      else if (found !== wanted) faults.push(`<${name}> asks for "${attributes.resid}" of ${found}, not of ${wanted}`);
    }
  }
  for (const { id } of all) if (!used.has(id)) faults.push(`resource "${id}" is used nowhere`);
  return faults;
}

function textFaults(document) {
  const strings = resources(document).filter(({ section }) => section in longestString);
  const faults = strings.flatMap(({ section, id, value, child }) => {
    const inEnglish = within(child, "bt:Override").find(({ attributes }) => attributes.Locale === "en-US");
    if (inEnglish === undefined) return [`"${id}" has no en-US text`];
    const longest = longestString[section];
    return [value, inEnglish.attributes.Value]
      .filter((text) => text.length > longest)
      .map((text) => `"${id}" is longer than ${longest}: ${text}`);
  });
  for (const [name, longest] of Object.entries(longestName)) {
    for (const { attributes, text } of document.children[0].children.filter((child) => child.name === name)) {
      if ((attributes.DefaultValue ?? text).length > longest) faults.push(`<${name}> is longer than ${longest}`);
    }
  }
  return faults;
}

function idFaults(document) {
  const declared = descendants(document).filter(({ name }) => ["CustomTab", "Group", "Control"].includes(name));
  const ids = declared.map(({ attributes }) => attributes.id ?? "");
  const all = [...ids, ...resources(document).map(({ id }) => id)];
  const guid = within(document, "Id")[0]?.text ?? "";
  return [
    ...duplicates(ids).map((id) => `id "${id}" stands twice`),
    ...all
      .filter((id) => id.length === 0 || id.length > LONGEST_ID)
      .map((id) => `id "${id}" is empty or longer than 32`),
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(guid) ? [] : [`<Id> is no GUID: "${guid}"`]),
    ...(/^\d+(\.\d+){1,3}$/.test(within(document, "Version")[0]?.text ?? "") ? [] : ["<Version> is no version"]),
  ];
}

function urlFaults(document) {
  const urls = descendants(document).flatMap(({ name, attributes }) =>
    name.endsWith("Url") || name === "SourceLocation" || name === "bt:Image" ? [attributes.DefaultValue ?? ""] : [],
  );
  return urls.filter((url) => url !== "" && !url.startsWith("https://")).map((url) => `${url} is not https`);
}

/** `app-32.png` must be there, and 32 pixels wide and high wherever the manifest says 32. */
function iconFaults(document) {
  const value = new Map(resources(document).map(({ id, value: url }) => [id, url]));
  const wanted = [
    ...within(document, "bt:Image")
      .filter(({ attributes }) => attributes.resid !== undefined)
      .map(({ attributes }) => [value.get(attributes.resid), Number(attributes.size)]),
    ...within(document, "IconUrl").map(({ attributes }) => [attributes.DefaultValue, 32]),
    ...within(document, "HighResolutionIconUrl").map(({ attributes }) => [attributes.DefaultValue, 64]),
    [`${DEVELOPMENT_URL}assets/icons/app-128.png`, 128],
  ];
  const faults = within(document, "Icon").flatMap(({ children }) =>
    [16, 32, 80]
      .filter((size) => !children.some(({ attributes }) => Number(attributes.size) === size))
      .map((size) => `an <Icon> has no picture of ${size} pixels`),
  );
  for (const [url, size] of wanted.filter(([known]) => known !== undefined)) {
    const file = path.join(root, url.replace(DEVELOPMENT_URL, ""));
    if (!existsSync(file)) faults.push(`${url} is no file`);
    else if (pixels(file)?.some((side) => side !== size) ?? true) faults.push(`${url} is not ${size} x ${size} pixels`);
  }
  return faults;
}

function commandFaults(document) {
  const folder = path.join(root, "src/commands");
  const source = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(path.join(folder, file), "utf8"))
    .join("\n");
  const named = within(document, "FunctionName").map(({ text }) => text);
  const registered = [...source.matchAll(/associate\(\s*"(\w+)"/g)].map(([, name]) => name);
  return [
    ...named.filter((name) => !registered.includes(name)).map((name) => `command "${name}" is registered nowhere`),
    ...registered.filter((name) => !named.includes(name)).map((name) => `command "${name}" is asked for nowhere`),
  ];
}

function requirementFaults(document) {
  const sets = new Map(within(document, "Set").map(({ attributes }) => [attributes.Name, attributes.MinVersion]));
  const excel = sets.get("ExcelApi");
  return [
    ...(sets.get("SharedRuntime") === "1.1" ? [] : ["SharedRuntime 1.1 is not asked for"]),
    ...(excel !== undefined && Number(excel.split(".")[1]) <= 14 ? [] : [`ExcelApi ${excel} is above 1.14`]),
  ];
}

const checks = {
  order: orderFaults,
  resources: resourceFaults,
  texts: textFaults,
  ids: idFaults,
  addresses: urlFaults,
  icons: iconFaults,
  commands: commandFaults,
  requirements: requirementFaults,
};

function faultsOf(xml) {
  try {
    const document = parse(xml);
    return Object.entries(checks).flatMap(([name, check]) => check(document).map((fault) => `${name}: ${fault}`));
  } catch (notWellFormed) {
    return [`xml: ${notWellFormed.message}`];
  }
}

const file = path.resolve(process.argv[2] ?? path.join(root, "manifest.xml"));
const faults = faultsOf(readFileSync(file, "utf8"));
for (const fault of faults) process.stdout.write(`✗ ${fault}\n`);
if (faults.length === 0) process.stdout.write(`✓ ${path.basename(file)}: ${Object.keys(checks).join(", ")}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
