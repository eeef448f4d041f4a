// Translates SpinalTumourIndication.cql and evaluates it over all cases at once.
//   node run.mjs [cases.json]        cases from the file, else from stdin: a JSON array of the tuples named in the CQL
// The packages are those of package-lock.json, installed into .oracle_cache (docs/explanation/oracle.md).
// Prints a JSON array, one result for each case, in the same order. --elm prints the translated Library instead.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const packages = createRequire(new URL('.oracle_cache/', import.meta.url));
const installed = (name) => import(pathToFileURL(packages.resolve(name)));

const { CqlTranslator, LibraryManager, ModelManager } = await installed('@cqframework/cql/cql-to-elm');
const { SystemModelInfoProvider } = await installed('@cqframework/cql/cql');
const { default: cql } = await installed('cql-execution');

const LIBRARY = new URL('../../fhir_profiles/definitions/cql/SpinalTumourIndication.cql', import.meta.url);

/** The Library as ELM; a translator that reports an error ends the run. */
function translated() {
  const models = new ModelManager();
  models.modelInfoLoader.registerModelInfoProvider(new SystemModelInfoProvider());
  const elm = JSON.parse(CqlTranslator.fromText(readFileSync(LIBRARY, 'utf8'), new LibraryManager(models)).toJson());
  const errors = (elm.library.annotation ?? []).filter((note) => note.errorSeverity === 'error');
  if (errors.length > 0) {
    errors.forEach((note) => console.error(`line ${note.startLine}: ${note.message}`));
    process.exit(1);
  }
  return elm;
}

/** The results of every case: one evaluation of one list, without a patient. */
async function evaluated(elm, cases) {
  const executor = new cql.Executor(new cql.Library(elm), null, { Cases: cases });
  const results = await executor.exec(new cql.PatientSource([]));
  return results.unfilteredResults.Results;
}

const [argument] = process.argv.slice(2);
const elm = translated();
if (argument === '--elm') {
  console.log(JSON.stringify(elm));
} else {
  const cases = JSON.parse(readFileSync(argument ?? 0, 'utf8'));
  console.log(JSON.stringify(await evaluated(elm, cases)));
}
