/** Letters of Ukrainian, Belarusian and Russian, each with those that it is read as, and some that Unicode does not take apart. */
const letters =
  'аa бb вv гh ґg дd еe єie ёio жzh зz иy іi їi йi кk лl мm нn оo пp рr сs тt уu ўu фf хkh цts чch шsh щshch ъ ыy ь эe юiu яia łl øo ßss';
const latin = new Map(letters.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]));

/** A name in small Latin letters, digits and hyphens, as identifiers are; empty where nothing of it can be. */
export function slugOf(name: string, most: number): string {
  const read = [...name.toLowerCase()].map((letter) => latin.get(letter) ?? letter).join('');
  return read
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʼ]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, most)
    .replace(/-+$/, '');
}
