/** Modal dialogs: a confirmation with an action that may fail, told inside it. */
import {h, fill} from './dom.js';
import {t} from './i18n.js';

/**
 * Shows a dialog. `act` runs on confirmation; where it throws an ApiError the sentence stands in the dialog, which stays. True when it
 * was done, false when the person cancelled. Without `action` it only tells.
 */
export function dialog({title, content, action, act, grave}) {
  const error = h('p', {class: 'error', role: 'alert'});
  const confirm = action && h('button', {type: 'submit', class: grave ? 'grave' : 'primary'}, action);
  const cancel = h('button', {type: 'button', on: {click: () => box.close()}}, action ? t('cancel') : t('close'));
  const form = h('form', {method: 'dialog'},
    h('h2', {id: 'dialog-title'}, title), content, error, h('div', {class: 'buttons'}, cancel, confirm));
  const box = h('dialog', {'aria-labelledby': 'dialog-title'}, form);
  let done = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    confirm.disabled = true;
    fill(error);
    try {
      await act();
      done = true;
      box.close();
    } catch (e) {
      if (e.status === undefined) throw e;
      fill(error, e.message);
      confirm.disabled = false;
    }
  });
  document.body.append(box);
  box.showModal();
  return new Promise(resolve => box.addEventListener('close', () => {
    box.remove();
    resolve(done);
  }));
}
