/** Without these a record can be neither judged nor registered. */
export const essential: readonly string[] = [
  ...["检查类型", "检查方式", "检查日期", "检查人", "协(复)查", "检查结论", "措施"],
];
