import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Area, bundled, type Language, loadCatalogue } from './catalogues.ts';

const key = 'hopso.language';

const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, area, done) => {
    loadCatalogue(language, area).then(
      (texts) => done(null, texts),
      (failure: Error) => done(failure, null),
    );
  },
};

function rememberedLanguage(): Language {
  return localStorage.getItem(key) === 'en' ? 'en' : 'vi';
}

/** Starts the texts in the language last chosen on this device. Resolves when the first screen can be drawn. */
export async function startLanguage(): Promise<void> {
  const language = rememberedLanguage();
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'vi',
      supportedLngs: ['vi', 'en'],
      ns: Object.keys(bundled),
      defaultNS: 'common',
      resources: { vi: bundled },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = language;
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'vi');

/** Switches at once and remembers the choice on this device. */
export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(key, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Makes the texts of an area available before its page is drawn. */
export async function loadArea(area: Area): Promise<void> {
  await i18next.loadNamespaces(area);
}
