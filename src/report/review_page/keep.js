// Keeps decisions in the browser's own storage as they are made, under the report's hash, so that a crash loses nothing.

/** @typedef {import('./decisions.js').Decision} Decision */

const STORE = 'decisions';

/**
 * What the storage answers.
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answer(request) {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

/** The storage of one report; null where the browser has none for pages from disk. */
export class Keep {
  /** @param {IDBDatabase} database @param {string} report */
  constructor(database, report) {
    this.database = database;
    this.report = report;
  }

  /** @type {(report: string) => Promise<Keep | null>} */
  static async open(report) {
    try {
      const request = indexedDB.open('extract-review', 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      return new Keep(await answer(request), report);
    } catch {
      return null;
    }
  }

  /** Writes decisions, or removes them where they are undefined; resolved when they are on the disk. @type {(changes: [string, Decision | undefined][]) => Promise<void>} */
  put(changes) {
    return new Promise((done, fail) => {
      const transaction = this.database.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => done();
      transaction.onabort = () => fail(transaction.error);
      const store = transaction.objectStore(STORE);
      for (const [key, decision] of changes) {
        if (decision) store.put(decision, [this.report, key]);
        else store.delete([this.report, key]);
      }
    });
  }

  /** Everything that is kept of this report. @type {() => Promise<[string, Decision][]>} */
  async all() {
    const store = this.database.transaction(STORE).objectStore(STORE);
    const range = IDBKeyRange.bound([this.report], [this.report, []]);
    const [keys, values] = await Promise.all([answer(store.getAllKeys(range)), answer(store.getAll(range))]);
    return keys.map((key, index) => /** @type {[string, Decision]} */ ([/** @type {string[]} */ (key)[1], values[index]]));
  }

  /** Removes everything of this report. @type {() => Promise<void>} */
  forget() {
    return new Promise((done, fail) => {
      const transaction = this.database.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => done();
      transaction.onabort = () => fail(transaction.error);
      transaction.objectStore(STORE).delete(IDBKeyRange.bound([this.report], [this.report, []]));
    });
  }
}

/** Small things that may be lost: initials and the place in the page. */
export const small = {
  /** @type {(key: string) => string | null} */
  get(key) {
    try {
      return localStorage.getItem(`extract-review ${key}`);
    } catch {
      return null;
    }
  },
  /** @type {(key: string, text: string | null) => void} */
  set(key, text) {
    try {
      if (text === null) localStorage.removeItem(`extract-review ${key}`);
      else localStorage.setItem(`extract-review ${key}`, text);
    } catch {
      // The page works without.
    }
  },
};
