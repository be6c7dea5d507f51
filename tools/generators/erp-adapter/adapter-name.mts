/** The forms in which an adapter's name stands in its files. */
export interface AdapterNames {
  /** `oracle-ebs`: folder, project, files, id of the manifest. */
  readonly name: string;
  /** `OracleEbs`, in types and functions. */
  readonly className: string;
  /** `oracleEbs`, at the start of a name. */
  readonly propertyName: string;
  /** `ORACLE_EBS`, in constants. */
  readonly constantName: string;
  /** `Oracle EBS`, for people to put right. */
  readonly title: string;
}

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Names that already mean something else below `libs/` or in the house's words. */
const RESERVED: readonly string[] = ['adapter', 'erp', 'erp-adapter', 'erp-adapters', 'erp-adapter-kit', 'src'];

const ACRONYMS: ReadonlySet<string> = new Set(['ebs', 'erp', 'ifs', 'jde', 'sap']);

/** Throws an error that says what to type where the text cannot name an adapter. */
export function adapterNames(text: string): AdapterNames {
  const name = text.trim();
  if (!KEBAB.test(name)) {
    const proposal = kebabOf(name);
    const fix = proposal === '' ? 'for example acumatica' : `here: ${proposal}`;
    throw new Error(
      `"${name}" cannot name an adapter: use lower-case letters and digits with single hyphens between, starting with a letter; ${fix}.`,
    );
  }
  if (RESERVED.includes(name)) {
    throw new Error(`"${name}" already means something in this workspace: name the ERP, for example acumatica.`);
  }
  const words = name.split('-');
  const className = words.map(capitalised).join('');
  return {
    name,
    className,
    propertyName: className.charAt(0).toLowerCase() + className.slice(1),
    constantName: words.join('_').toUpperCase(),
    title: words.map((word) => (ACRONYMS.has(word) ? word.toUpperCase() : capitalised(word))).join(' '),
  };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The nearest text that would do; empty where nothing is left of it. */
function kebabOf(text: string): string {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.join('-').replace(/^[0-9-]+/, '');
}
