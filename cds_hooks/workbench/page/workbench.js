// The page plays the EHR: it keeps draft orders, calls the hooks as an EHR does, and tells the service what became of a card.
// What is shown of an answer is made by the service (`shown.html`); here it is only put in its place.
"use strict";

const at = (id) => document.getElementById(id);
const page = document.body.dataset;
const SERVICES = { "order-select": "spinal-tumour-order-select", "order-sign": "spinal-tumour-order-sign" };
const bench = { patient: "", call: null, fhirServer: null, drafts: [], selected: new Set(), hook: "order-select", cards: [], turn: 0 };

function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const named = (order) => `${order.resourceType}/${order.id}`;
const say = (words) => { at("status").textContent = words; };

// --- calls ---------------------------------------------------------------------------------------------------------------

function variant() {
  return `/workbench/${at("profile").value}/${page.language}`;
}

function door(hook) {
  const own = at("profile").value === page.profile && page.language === page.ownLanguage;
  return `${own ? "" : variant()}/cds-services/${SERVICES[hook]}`;
}

async function reach(address, options) {
  const answer = await fetch(address, options).catch(() => Response.error()); // status 0: nobody answered
  if (!answer.ok) {
    const told = issues(await answer.clone().text());
    say([answer.status ? filled(page.failed, { status: answer.status }) : page.unreachable, ...told].join(" "));
  }
  return answer;
}

function post(address, body) {
  return reach(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

// What a proxy in between answers need not be JSON.
function parsed(text) {
  try { return JSON.parse(text); } catch { return null; }
}

// What the service says of its failure.
function issues(text) {
  const outcome = parsed(text) || {};
  return (outcome.issue || []).map((issue) => (issue.details || {}).text).filter(Boolean);
}

function written(hook) {
  const entry = bench.drafts.map((resource) => ({ resource }));
  const draftOrders = { resourceType: "Bundle", type: "collection", entry };
  const context = { ...bench.call.context, draftOrders, selections: [...bench.selected] };
  const call = { ...bench.call, hook, hookInstance: uuid(), context };
  if (hook === "order-sign") {
    delete context.selections;
  }
  if (at("record").value === "read" && bench.fhirServer && !Object.keys(choices()).length) {
    delete call.prefetch;
    call.fhirServer = bench.fhirServer;
  }
  return call;
}

// What the service looks at for this page is told as order-select, with every order selected where one is about to sign.
function asSelect(call) {
  const selections = call.context.selections || call.context.draftOrders.entry.map((each) => named(each.resource));
  return { ...call, hook: "order-select", context: { ...call.context, selections } };
}

function choices() {
  const made = [...document.querySelectorAll("[data-suppose]")].filter((each) => each.value);
  return Object.fromEntries(made.map((each) => [each.dataset.suppose, each.value]));
}

// Of several calls under way only the last one is shown; until then the page says that it is busy. Where a call fails, no card of
// an earlier one stays to be taken for its answer.
async function fire(hook) {
  const turn = ++bench.turn;
  at("main").setAttribute("aria-busy", "true");
  const shown = await ask(hook, turn);
  if (turn !== bench.turn) { return; }
  if (!shown) { clear(); }
  at("main").removeAttribute("aria-busy");
}

async function ask(hook, turn) {
  bench.hook = hook;
  let call = written(hook);
  const supposed = choices();
  if (Object.keys(supposed).length) {
    const changed = await post("/workbench/suppose", { call: asSelect(call), choices: supposed });
    if (!changed.ok) { return false; }
    const other = await changed.json();
    call = { ...call, prefetch: other.prefetch, context: { ...call.context, draftOrders: other.context.draftOrders } };
  }
  const answer = await post(door(hook), call);
  const text = await answer.text();
  if (turn !== bench.turn) { return false; }
  showRaw(call, door(hook), answer, text);
  if (!answer.ok) { return false; }
  const told = JSON.parse(text);
  const shown = await post(`${variant()}/shown`, { call: asSelect(call), answer: told });
  const html = new DOMParser().parseFromString(await shown.text(), "text/html");
  if (turn !== bench.turn || !shown.ok) { return false; }
  bench.cards = told.cards;
  put(html, "cards", "card-list");
  put(html, "seen", "seen");
  put(html, "spine", "spine-part");
  for (const part of ["cards", "suppose-part"]) { at(part).hidden = false; }
  at("spine-part").hidden = !at("spine-part").childElementCount;
  showSeen();
  say(filled(page.cards, { count: told.cards.length }) + (told.cards.length ? ` ${told.cards[0].summary}` : ""));
  return true;
}

// --- what is shown -------------------------------------------------------------------------------------------------------

function put(html, part, place) {
  at(place).replaceChildren(...html.querySelector(`[data-part="${part}"]`).childNodes);
}

function clear() {
  bench.cards = [];
  for (const part of ["card-list", "seen", "spine-part"]) { at(part).replaceChildren(); }
  for (const part of ["cards", "spine-part"]) { at(part).hidden = true; }
  showSeen();
}

function showRaw(call, address, answer, text) {
  at("address").textContent = `POST ${address}`;
  at("request").textContent = JSON.stringify(call, null, 2);
  at("response-status").textContent = String(answer.status);
  const told = parsed(text);
  at("response").textContent = told ? JSON.stringify(told, null, 2) : text;
  const laps = (answer.headers.get("Server-Timing") || "").split(", ").filter(Boolean);
  at("timing").textContent = laps.map((lap) => lap.replace(/;dur=(.*)/, " $1 ms")).join(" · ");
  at("raw-part").hidden = false;
}

function showSeen() {
  const lesion = document.querySelector("#seen [data-outcome]");
  for (const place of document.querySelectorAll("[data-seen]")) {
    const answer = lesion && lesion.getAttribute(`data-answer-${place.dataset.seen.toLowerCase()}`);
    place.textContent = answer ? `→ ${answer}` : "";
  }
}

function showOrders() {
  const lines = bench.drafts.map((order) => {
    const line = document.createElement("li");
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = bench.selected.has(named(order));
    box.addEventListener("change", () => {
      bench.selected[box.checked ? "add" : "delete"](named(order));
      fire("order-select");
    });
    label.append(box, ` ${words(order)}`);
    const gone = document.createElement("button");
    gone.type = "button";
    gone.textContent = page.remove;
    gone.setAttribute("aria-label", `${page.remove} – ${words(order)}`);
    gone.addEventListener("click", () => {
      drop(named(order));
      showOrders();
      fire("order-select");
      at("select-orders").focus();
    });
    line.append(label, gone);
    return line;
  });
  at("orders").replaceChildren(...lines);
  if (!lines.length) {
    const none = document.createElement("li");
    none.textContent = page.empty;
    at("orders").append(none);
  }
}

function words(order) {
  const concept = order.code || order.medicationCodeableConcept || {};
  const coding = (concept.coding || [])[0] || {};
  const place = (order.bodySite || []).map((each) => each.text || ((each.coding || [])[0] || {}).display).filter(Boolean);
  return [concept.text || coding.display || coding.code || order.resourceType, ...place].join(", ");
}

// --- what a person does --------------------------------------------------------------------------------------------------

async function choose(name) {
  const found = await reach(`/workbench/call/${name}`);
  if (!found.ok) { return; }
  const { call, fhirServer } = await found.json();
  const { draftOrders, selections } = call.context;
  Object.assign(bench, { patient: name, call, fhirServer, selected: new Set(selections) });
  bench.drafts = draftOrders.entry.map((each) => each.resource);
  const buttons = [...document.querySelectorAll("[data-patient]")];
  const pressed = buttons.find((each) => each.dataset.patient === name);
  for (const each of buttons) { each.setAttribute("aria-pressed", String(each === pressed)); }
  const list = pressed.closest("nav"); // which is scrolled by itself: the page stays where it is
  if (pressed.offsetTop > list.scrollTop + list.clientHeight - pressed.offsetHeight) { list.scrollTop = pressed.offsetTop; }
  at("patient-name").textContent = name;
  at("patient-summary").textContent = pressed.querySelector("span").textContent;
  at("record").querySelector('[value="read"]').disabled = !fhirServer;
  for (const each of document.querySelectorAll("[data-suppose]")) { each.value = ""; }
  at("orders-part").hidden = false;
  clear(); // the cards are another patient's
  history.replaceState(null, "", `#${name}`);
  showOrders();
  await fire("order-select");
}

function drop(reference) {
  bench.drafts = bench.drafts.filter((each) => named(each) !== reference);
  bench.selected.delete(reference);
}

async function take(card, suggestion) {
  const made = [];
  for (const action of suggestion.actions || []) {
    if (action.type === "delete") {
      drop(action.resourceId || named(action.resource));
    } else if (action.type === "update") {
      bench.drafts = bench.drafts.map((each) => (named(each) === named(action.resource) ? action.resource : each));
    } else {
      bench.drafts.push(action.resource);
      made.push(named(action.resource));
    }
  }
  if (!bench.selected.size) { bench.selected = new Set(made); }
  showOrders();
  const done = filled(page.applied, { label: suggestion.label });
  await tell(card, { outcome: "accepted", acceptedSuggestions: [{ id: suggestion.uuid }] });
  await fire("order-select");
  say(`${done} ${at("status").textContent}`);
  at("cards").focus({ preventScroll: true });
  at("cards").scrollIntoView({ block: "start" });
}

async function tell(card, what) {
  const entry = { card: card.uuid, outcomeTimestamp: new Date().toISOString(), ...what };
  const answer = await post(`${door(bench.hook)}/feedback`, { feedback: [entry] });
  const line = document.createElement("li");
  line.textContent = `${filled(page.told, { outcome: what.outcome, status: answer.status })} ${card.summary}`;
  at("feedback").append(line);
  return line.textContent;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) { return; }
  if (button.dataset.patient) {
    choose(button.dataset.patient);
  } else if (button.dataset.suggestion) {
    const card = bench.cards[button.dataset.card];
    take(card, card.suggestions[button.dataset.suggestion]);
  } else if (button.id === "select-orders") {
    fire("order-select");
  } else if (button.id === "sign-orders") {
    fire("order-sign");
  } else if (button.id === "as-recorded") {
    for (const each of document.querySelectorAll("[data-suppose]")) { each.value = ""; }
    fire(bench.hook);
  }
});

document.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (event.target.id === "add") {
    const item = at("order-item");
    const typed = at("order-words").value.trim();
    const text = typed || item.selectedOptions[0].textContent;
    const code = item.value ? { coding: [{ system: page.orderSystem, code: item.value }], text } : { text };
    const order = {
      resourceType: "ServiceRequest", id: `draft-${uuid().slice(0, 8)}`, status: "draft", intent: "proposal", code,
      subject: { reference: `Patient/${bench.patient}` },
    };
    const level = at("order-level").value.trim();
    if (level) { order.bodySite = [{ text: level }]; }
    bench.drafts = [order];
    bench.selected = new Set([named(order)]);
    showOrders();
    fire("order-select");
  } else if (event.target.classList.contains("override")) {
    const card = bench.cards[event.target.dataset.card];
    const chosen = event.target.querySelector("select").selectedOptions[0];
    const reason = { code: chosen.value, system: page.reasonSystem, display: chosen.textContent };
    say(await tell(card, { outcome: "overridden", overrideReason: { reason } }));
  }
});

document.addEventListener("change", (event) => {
  if (event.target.id === "order-item") {
    at("order-words").required = !event.target.value;
  } else if (event.target.id === "language") {
    location.search = `?language=${event.target.value}`;
  } else if (event.target.id === "width") {
    at("cards").classList.toggle("narrow", event.target.value === "narrow");
  } else if (bench.call && (event.target.dataset.suppose || ["profile", "record"].includes(event.target.id))) {
    fire(bench.hook);
  }
});

at("search").addEventListener("input", (event) => {
  const wanted = event.target.value.toLowerCase();
  for (const line of at("patients").children) { line.hidden = !line.textContent.toLowerCase().includes(wanted); }
});

const asked = location.hash.slice(1);
if (document.querySelector(`[data-patient="${CSS.escape(asked)}"]`)) { choose(asked); }
