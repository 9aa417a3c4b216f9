import type { Random } from "./random";

/** A made-up customer; names are invented, numbers are in nobody's use. */
export interface SampleCustomer {
  readonly number: string;
  readonly name: string;
  readonly type: "对公" | "小微企业" | "个人经营" | "个人消费";
  readonly industry: string;
  readonly manager: string;
  readonly branch: string;
}

const places = [
  "云溪",
  "青岚",
  "白鹭",
  "松原里",
  "望江",
  "石桥",
  "柳堤",
  "银杏",
  "临湖",
  "晨曦",
  "远山",
  "禾丰",
] as const;
const words = ["昌盛", "恒泰", "瑞和", "鼎新", "嘉禾", "广源", "同创", "万里", "安顺", "明达", "宏远", "金穗"] as const;
const trades = [
  ["建材", "批发和零售业"],
  ["食品", "制造业"],
  ["机械", "制造业"],
  ["物流", "交通运输、仓储和邮政业"],
  ["农业", "农、林、牧、渔业"],
  ["建筑工程", "建筑业"],
  ["置业", "房地产业"],
  ["纺织", "制造业"],
  ["餐饮管理", "餐饮业"],
  ["信息技术", "信息传输、软件和信息技术服务业"],
] as const;
const families = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"] as const;
const given = ["样一", "样二", "样三", "样四", "样五", "样六", "样七", "样八", "样九", "样十"] as const;

const managers = ["样本经理甲", "样本经理乙", "样本经理丙", "样本经理丁", "样本经理戊", "样本经理己"] as const;
const branches = ["示例一支行", "示例二支行", "示例三支行"] as const;

function company(index: number, type: SampleCustomer["type"]): { name: string; industry: string } {
  const [trade, industry] = trades[index % trades.length] ?? trades[0];
  const place = places[index % places.length] ?? places[0];
  const word = words[(index * 7 + Math.floor(index / 12)) % words.length] ?? words[0];
  const form = type === "对公" ? "有限公司" : "经营部";
  return { name: `${place}${word}${trade}${form}`, industry };
}

function person(index: number): { name: string; industry: string } {
  const family = families[index % families.length] ?? families[0];
  const name = family + (given[Math.floor(index / families.length) % given.length] ?? given[0]);
  return { name, industry: index % 2 === 0 ? "批发和零售业" : "农、林、牧、渔业" };
}

/** So many customers in three branches, each with a manager of its own branch. */
export function sampleCustomers(count: number, chance: Random): readonly SampleCustomer[] {
  const names = new Set<string>();
  return Array.from({ length: count }, (_, index): SampleCustomer => {
    const type = chance.pick(["对公", "小微企业", "小微企业", "个人经营", "个人消费"]);
    const isCompany = type === "对公" || type === "小微企业";
    const made = isCompany ? company(index, type === "对公" ? "对公" : "小微企业") : person(index);
    const name = names.has(made.name) ? `${made.name.slice(0, 2)}${String(index)}${made.name.slice(2)}` : made.name;
    names.add(name);
    const branch = Math.floor((index * branches.length) / count);
    return {
      number: `KH${String(index + 1).padStart(5, "0")}`,
      name,
      type,
      industry: made.industry,
      manager: managers[branch * 2 + (index % 2)] ?? managers[0],
      branch: branches[branch] ?? branches[0],
    };
  });
}
