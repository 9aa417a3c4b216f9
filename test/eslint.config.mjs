import { fileURLToPath } from "node:url";
import { defineConfig } from "eslint/config";
import jsdoc from "eslint-plugin-jsdoc";
import office from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Layer -> the layers it may import. Anything else is an error. */
const mayImport = {
  domain: [],
  app: ["domain"],
  excel: ["app", "domain"],
  taskpane: ["app", "domain"],
  commands: ["app", "domain"],
  embedded: ["domain"],
  workbench: ["domain", "embedded"],
  cli: ["app", "domain", "embedded"],
};
const layers = Object.keys(mayImport);
const forbidden = (layer) => layers.filter((other) => other !== layer && !mayImport[layer].includes(other));

export default defineConfig(
  { ignores: ["dist/**", "**/*.cjs"] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } } },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { jsdoc },
    rules: {
      "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 8],
      "max-depth": ["error", 3],
      "max-params": ["error", 3],
      "no-console": "error",
      "no-else-return": "error",
      "no-nested-ternary": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "jsdoc/informative-docs": "error",
      "jsdoc/no-types": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["src/**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["src/excel/**/*.ts"],
    plugins: { "office-addins": office },
    rules: {
      // The rules on load and sync look at one function at a time; here one function queues and another reads after the request.
      "office-addins/no-navigational-load": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  ...layers.map((layer) => ({
    files: [`src/${layer}/**`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: forbidden(layer).map((other) => `**/${other}/**`),
              message: `${layer}/ may import only: ${mayImport[layer].join(", ") || "nothing else in src"}`,
            },
          ],
        },
      ],
    },
  })),
  {
    // The composition roots are where the adapter meets the application.
    files: ["src/taskpane/index.tsx", "src/commands/commands.ts", "src/cli/ledger.ts", "src/cli/sample.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["**/workbench/**"], message: "nothing imports the workbench" }] },
      ],
    },
  },
  {
    // Scripts of the tools are plain JavaScript, without types.
    files: ["**/*.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { "max-lines": "off", "max-lines-per-function": "off" },
  },
);
