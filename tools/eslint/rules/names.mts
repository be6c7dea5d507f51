import { basename, dirname, relative, sep } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import { createRule } from './forbid.mts';

/** Nouns that say nothing: what ends with one of them soon holds everything. */
const VAGUE = ['manager', 'helper', 'helpers', 'util', 'utils', 'common', 'data', 'info', 'service'] as const;

const VAGUE_SYMBOL = /(?:Manager|Helpers?|Utils?|Common|Data|Info|Service)$/;
const SUFFIX_SYMBOL = /(?:Component|Directive|Impl|Port)$/;
const FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const MIGRATION = /^\d{13,14}-[a-z0-9-]+$/;
const ROLE = /\.(?:component|directive|service|manager|helper|util|utils|types?|interface|enum|constants?)$/;

type Declaration = TSESTree.ClassDeclaration | TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

/** Classes, interfaces and types are named for what they are. */
export const closedNames = createRule({
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      vague: '"{{name}}" ends with a word that says nothing; name what it is or does.',
      suffix: '"{{name}}": no Component, Directive, Impl or Port at the end.',
      prefixed: '"{{name}}": a port is named for its role, without a leading I.',
    },
  },
  defaultOptions: [],
  create(context) {
    const check = (node: Declaration): void => {
      const name = node.id?.name ?? '';
      if (VAGUE_SYMBOL.test(name)) context.report({ node: node.id ?? node, messageId: 'vague', data: { name } });
      if (SUFFIX_SYMBOL.test(name)) context.report({ node: node.id ?? node, messageId: 'suffix', data: { name } });
      if (/^I[A-Z][a-z]/.test(name)) context.report({ node: node.id ?? node, messageId: 'prefixed', data: { name } });
    };
    return { ClassDeclaration: check, TSInterfaceDeclaration: check, TSTypeAliasDeclaration: check };
  },
});

/** Files and folders: kebab-case, no vague nouns, no role suffix the house does not use, barrels at one place only. */
export const fileNames = createRule({
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      shape: '"{{file}}" is not kebab-case.',
      vague: '"{{file}}": "{{word}}" says nothing; name what it holds.',
      role: '"{{file}}": the house has no such role suffix.',
      barrel: "An index.ts stands only at a library's src/.",
    },
  },
  defaultOptions: [],
  create(context) {
    const path = relative(context.cwd, context.filename);
    const file = basename(path);
    const stem = file.replace(/\.(?:d\.)?[cm]?[jt]sx?$/, '');
    return {
      Program(node) {
        if (
          stem === 'index' &&
          !/^(?:libs|docs\/examples)\/(?:[^/]+\/){1,3}src$/.test(dirname(path).split(sep).join('/'))
        ) {
          context.report({ node, messageId: 'barrel' });
        }
        if (!FILE.test(stem) && !MIGRATION.test(stem)) context.report({ node, messageId: 'shape', data: { file } });
        if (ROLE.test(stem)) context.report({ node, messageId: 'role', data: { file } });
        const folders = dirname(path).split(sep);
        const word = [...folders, ...stem.split('.')].find((part) => VAGUE.includes(lastWord(part)));
        if (word !== undefined) context.report({ node, messageId: 'vague', data: { file, word } });
      },
    };
  },
});

function lastWord(part: string): (typeof VAGUE)[number] {
  return part.slice(part.lastIndexOf('-') + 1) as (typeof VAGUE)[number];
}
