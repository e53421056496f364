import ts from 'typescript';

/** The exported names of a module that no sentence precedes, each with its line. Re-exports speak where they are declared. */
export function docstringFaults(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  return file.statements
    .filter((statement) => isExported(statement) && !isDescribed(statement))
    .filter((statement) => !isDerived(statement) && !isLaterOverload(file, statement))
    .map((statement) => {
      const { line } = file.getLineAndCharacterOfPosition(statement.getStart(file));
      return `${path}:${line + 1}: ${nameOf(statement)} has no docstring`;
    });
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

// Comments begin with the sentence; a block of tags alone describes nothing.
function isDescribed(statement: ts.Statement): boolean {
  return ts
    .getJSDocCommentsAndTags(statement)
    .some((doc) => ts.isJSDoc(doc) && doc.comment !== undefined && doc.comment !== '');
}

// `(typeof ROLES)[number]` and `keyof typeof CODES` are described where ROLES and CODES are.
function isDerived(statement: ts.Statement): boolean {
  if (!ts.isTypeAliasDeclaration(statement)) return false;
  const { type } = statement;
  if (ts.isTypeOperatorNode(type)) return ts.isTypeQueryNode(type.type);
  if (!ts.isIndexedAccessTypeNode(type) || !ts.isParenthesizedTypeNode(type.objectType)) return false;
  return ts.isTypeQueryNode(type.objectType.type);
}

function isLaterOverload(file: ts.SourceFile, statement: ts.Statement): boolean {
  const before = file.statements[file.statements.indexOf(statement) - 1];
  if (before === undefined || !ts.isFunctionDeclaration(statement) || !ts.isFunctionDeclaration(before)) return false;
  return before.name?.text === statement.name?.text;
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((one) => one.name.getText()).join(', ');
  }
  return (statement as ts.DeclarationStatement).name?.getText() ?? 'default';
}
