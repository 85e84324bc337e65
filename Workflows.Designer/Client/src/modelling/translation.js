// bpmn-js in the language of the page; its own texts are English.
import chinese from './zh-CN.json';

/** What was asked for and has no translation: a spec looks here. */
export const missing = new Set();

export function translation(language) {
  const texts = language === 'en' ? {} : chinese;
  const translate = (template, replacements = {}) => {
    if (language !== 'en' && !(template in texts)) {
      missing.add(template);
    }

    return (texts[template] ?? template).replace(/{([^}]+)}/g, (whole, key) => replacements[key] ?? whole);
  };
  return { translate: ['value', translate], language: ['value', language] };
}
