/** Builds and changes the document. Text goes in as text nodes only: nothing from the API is ever parsed as HTML. */

/** An element: `h('a', {href, class, on: {click}}, children…)`; null and false children and properties are left out. */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  assign(element, properties ?? {});
  append(element, children);
  return element;
}

/** The same in SVG. */
export function svg(tag, properties, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(properties ?? {})) element.setAttribute(name, value);
  append(element, children);
  return element;
}

/** Replaces all that an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

export const byId = id => document.getElementById(id);

/** Tells those who listen to the page what has just happened. */
export function say(text) {
  byId('live').textContent = text;
}

function assign(element, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'value') element.value = value;
    else if (name === 'checked') element.checked = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}
