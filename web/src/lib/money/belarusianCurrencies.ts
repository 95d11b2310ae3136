// What Chromium's Intl does not have; not with the months, which every page carries.

const currencies: Record<string, string> = {
  USD: 'долар ЗША',
  EUR: 'еўра',
  GBP: 'фунт стэрлінгаў',
  CHF: 'швейцарскі франк',
  JPY: 'японская іена',
  SEK: 'шведская крона',
  NOK: 'нарвежская крона',
  DKK: 'дацкая крона',
  CZK: 'чэшская крона',
  CAD: 'канадскі долар',
  AUD: 'аўстралійскі долар',
  PLN: 'польскі злоты',
  UAH: 'украінская грыўня',
  BYN: 'беларускі рубель',
  RUB: 'расійскі рубель',
  CNY: 'кітайскі юань',
  TRY: 'турэцкая ліра',
};

/** The currency's name, of those that are met here. */
export function currencyInBelarusian(code: string): string | undefined {
  return currencies[code];
}
