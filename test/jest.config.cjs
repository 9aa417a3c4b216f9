const root = require("node:path").resolve(__dirname, "..");
const swc = {
  "^.+\\.(ts|tsx|mjs)$|/numfmt/.+\\.js$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
    },
  ],
};
const project = (displayName, testMatch, environment = "node") => ({
  displayName,
  rootDir: root,
  testEnvironment: environment,
  transform: swc,
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "cjs", "json", "node"],
  transformIgnorePatterns: ["/node_modules/(?!numfmt/)"],
  // numfmt names a CommonJS file that its package does not have.
  moduleNameMapper: {
    "\\.css$": "<rootDir>/test/emptyStyle.cjs",
    "^numfmt$": "<rootDir>/node_modules/numfmt/dist/index.js",
  },
  testMatch: testMatch.map((glob) => `<rootDir>/test/${glob}`),
});

module.exports = {
  rootDir: root,
  // A test that takes longer hangs; how long one takes is nobody's measure.
  testTimeout: 60_000,
  maxWorkers: "100%",
  projects: [
    project("unit", ["{domain,app,excel,embedded,workbench,cli}/**/*.test.ts", "*.test.ts"]),
    {
      ...project("pane", ["{taskpane,commands}/**/*.test.{ts,tsx}"], "jsdom"),
      // Every browser has it; jsdom has not.
      setupFiles: ["<rootDir>/test/messageChannel.cjs"],
    },
    project("browser", ["e2e/**/*.test.ts"]),
    project("office", ["office/**/*.test.ts"]),
  ],
};
