/**
 * What a referrer's domain or host, or a name in utm_source, is known as.
 * - `search` to `push` decide the channel (channel.sql); `display` are ad servers, their visits get that medium.
 * - `referral` is a host that its domain would call otherwise: documents at google.com are no search.
 * - `payment` and `sign-in` send a visitor back in the middle of a visit, so they begin none.
 */
export const siteKinds = [
  'search', 'social', 'video', 'shopping', 'ai', 'email', 'sms', 'push', 'display', 'referral', 'payment', 'sign-in',
] as const; // biome-ignore format: one line
export type SiteKind = (typeof siteKinds)[number];

/** Facts of our own on top of the package's: what it calls otherwise, or does not know. Name → domains and hosts. */
export const siteFacts: Partial<Record<SiteKind, Record<string, string>>> = {
  ai: {
    ChatGPT: 'chatgpt.com chat.openai.com openai.com chat.com', Perplexity: 'perplexity.ai', Claude: 'claude.ai claude.com',
    Gemini: 'gemini.google.com bard.google.com aistudio.google.com', NotebookLM: 'notebooklm.google.com notebooklm.google',
    Copilot: 'copilot.microsoft.com copilot.com copilot.cloud.microsoft m365.cloud.microsoft', DeepSeek: 'deepseek.com chat.deepseek.com',
    'Meta AI': 'meta.ai', Grok: 'grok.com', Mistral: 'chat.mistral.ai', 'You.com': 'you.com', Phind: 'phind.com', 'Poe.com': 'poe.com',
    'Duck.ai': 'duck.ai', Qwen: 'chat.qwen.ai qwen.ai', 'Kimi.com': 'kimi.com kimi.moonshot.cn', Doubao: 'doubao.com', 'Z.ai': 'chat.z.ai',
    'Pi.ai': 'pi.ai', 'Character.ai': 'character.ai', iAsk: 'iask.ai', 'Felo.ai': 'felo.ai', Genspark: 'genspark.ai', 'Andi search': 'andisearch.com',
  },
  video: {
    YouTube: 'youtube.com m.youtube.com youtu.be com.google.android.youtube', Vimeo: 'vimeo.com', Twitch: 'twitch.tv', Dailymotion: 'dailymotion.com',
    Wistia: 'wistia.com wistia.net', Netflix: 'netflix.com', Hulu: 'hulu.com', 'Loom.com': 'loom.com', Rumble: 'rumble.com', Bilibili: 'bilibili.com', Youku: 'youku.com', Iqiyi: 'iqiyi.com', 'TED.com': 'ted.com',
  },
  shopping: {
    Amazon: 'amazon.com amazon.co.uk amazon.de amazon.fr amazon.it amazon.es amazon.nl amazon.pl amazon.se amazon.com.be amazon.ca amazon.com.mx amazon.com.br amazon.com.au amazon.co.jp amazon.in amazon.sg amazon.ae amazon.sa amazon.com.tr amazon.eg amzn.to',
    eBay: 'ebay.com ebay.co.uk ebay.de ebay.fr ebay.it ebay.es ebay.nl ebay.ca ebay.com.au ebay.at ebay.ch ebay.pl', Etsy: 'etsy.com', Walmart: 'walmart.com',
    Alibaba: 'alibaba.com', AliExpress: 'aliexpress.com', Taobao: 'taobao.com', 'Google Shopping': 'shopping.google.com', Shopzilla: 'shopzilla.com',
    idealo: 'idealo.de idealo.co.uk idealo.fr idealo.it idealo.es', 'Mercado Libre': 'mercadolibre.com mercadolivre.com.br', Shopify: 'shop.app', Rakuten: 'rakuten.com rakuten.co.jp', PriceRunner: 'pricerunner.com', 'Shopping.com': 'shopping.com', 'Target.com': 'target.com', BestBuy: 'bestbuy.com',
  },
  search: {
    Google: 'google.com com.google.android.googlequicksearchbox com.google.android.googlequicksearchbox.https', Bing: 'bing.com', Yahoo: 'yahoo.com search.yahoo.com r.search.yahoo.com search.yahoo.co.jp yahoo.co.jp',
    Brave: 'search.brave.com', Kagi: 'kagi.com', Ecosia: 'ecosia.org', Startpage: 'startpage.com', Mojeek: 'mojeek.com', Swisscows: 'swisscows.com', Yep: 'yep.com', 'Coc Coc': 'coccoc.com',
    Petal: 'petalsearch.com', MSN: 'msn.com ntp.msn.com', Presearch: 'presearch.com presearch.io', Sogou: 'sogou.com', Seznam: 'seznam.cz search.seznam.cz', Qwant: 'qwant.com', DuckDuckGo: 'duckduckgo.com',
    Baidu: 'baidu.com', Naver: 'naver.com', Yandex: 'yandex.ru yandex.com yandex.com.tr yandex.kz ya.ru', AOL: 'aol.com search.aol.com', Ask: 'ask.com',
  },
  social: {
    Facebook: 'facebook.com fb.com fb.me fb.watch web.facebook.com com.facebook.katana messenger.com', Instagram: 'instagram.com com.instagram.android', LinkedIn: 'linkedin.com lnkd.in com.linkedin.android',
    Twitter: 'twitter.com x.com t.co mobile.twitter.com com.twitter.android', Reddit: 'reddit.com old.reddit.com out.reddit.com redd.it com.reddit.frontpage', TikTok: 'tiktok.com vm.tiktok.com',
    Snapchat: 'snapchat.com', Pinterest: 'pinterest.com pin.it pinterest.co.uk pinterest.de pinterest.fr', Bluesky: 'bsky.app go.bsky.app', Threads: 'threads.net threads.com l.threads.net l.threads.com',
    Mastodon: 'mastodon.social mastodon.online fosstodon.org hachyderm.io', 'Hacker News': 'news.ycombinator.com', Discord: 'discord.com discord.gg discordapp.com', Lobsters: 'lobste.rs', 'Product Hunt': 'producthunt.com',
    'Indie Hackers': 'indiehackers.com', 'Dev.to': 'dev.to', Telegram: 't.me telegram.org telegram.me web.telegram.org org.telegram.messenger', WhatsApp: 'whatsapp.com wa.me web.whatsapp.com api.whatsapp.com', VK: 'vk.com vk.ru', Weibo: 'weibo.com', WeChat: 'weixin.qq.com mp.weixin.qq.com',
    XING: 'xing.com', Tumblr: 'tumblr.com', Nextdoor: 'nextdoor.com', Meetup: 'meetup.com', Quora: 'quora.com', Line: 'line.me', 'Stack Overflow': 'stackoverflow.com stackexchange.com', Glassdoor: 'glassdoor.com',
  },
  email: {
    Gmail: 'mail.google.com inbox.google.com com.google.android.gm', Outlook: 'outlook.live.com outlook.office.com outlook.office365.com outlook.cloud.microsoft outlook.com', 'Yahoo Mail': 'mail.yahoo.com', 'Proton Mail': 'mail.proton.me',
    'iCloud Mail': 'icloud.com', Fastmail: 'app.fastmail.com', HEY: 'app.hey.com', Superhuman: 'mail.superhuman.com', Email: '',
  },
  sms: { SMS: '' },
  push: { Firebase: '' },
  display: { Doubleclick: 'googleads.g.doubleclick.net doubleclick.net googlesyndication.com tpc.googlesyndication.com googleadservices.com' },
  payment: {
    Stripe: 'checkout.stripe.com buy.stripe.com invoice.stripe.com billing.stripe.com pay.stripe.com hooks.stripe.com js.stripe.com connect.stripe.com', PayPal: 'paypal.com', 'Google Pay': 'pay.google.com',
    Klarna: 'klarna.com', Adyen: 'adyen.com', Paddle: 'paddle.com', 'Checkout.com': 'checkout.com', GoCardless: 'gocardless.com', Mollie: 'mollie.com', 'Lemon Squeezy': 'lemonsqueezy.com', Worldpay: 'worldpay.com', Square: 'squareup.com square.link',
    Braintree: 'braintreegateway.com', 'Authorize.net': 'authorize.net', Razorpay: 'razorpay.com', Chargebee: 'chargebee.com', Recurly: 'recurly.com', Polar: 'polar.sh', Afterpay: 'afterpay.com', Affirm: 'affirm.com', Sofort: 'sofort.com', iDEAL: 'ideal.nl',
    Cardinal: 'cardinalcommerce.com', Arcot: 'arcot.com', FastSpring: 'fastspring.com onfastspring.com', 'Amazon Pay': 'pay.amazon.com', Opayo: 'sagepay.com', Sumup: 'sumup.com', Wise: 'wise.com',
  },
  'sign-in': {
    'Google sign-in': 'accounts.google.com accounts.youtube.com myaccount.google.com', 'Microsoft sign-in': 'login.microsoftonline.com login.live.com login.windows.net login.microsoft.com', 'Apple sign-in': 'appleid.apple.com idmsa.apple.com',
    Auth0: 'auth0.com', Okta: 'okta.com oktapreview.com okta-emea.com', OneLogin: 'onelogin.com', Atlassian: 'id.atlassian.com auth.atlassian.com', Clerk: 'accounts.dev clerk.accounts.dev', Cognito: 'amazoncognito.com', WorkOS: 'workos.com authkit.app', 'Azure B2C': 'b2clogin.com ciamlogin.com',
    Ping: 'pingone.com pingone.eu pingidentity.com', Salesforce: 'login.salesforce.com', JumpCloud: 'sso.jumpcloud.com', Duo: 'duosecurity.com', Firebase: 'firebaseapp.com', Stytch: 'stytch.com', Frontegg: 'frontegg.com', Descope: 'descope.com', 'GitLab sign-in': 'sign.gitlab.com',
  },
}; // biome-ignore format: tables of facts

/** Hosts of search engines' domains that are no search: documents, mail settings, help. Each is its own source. */
export const noSearch = `
  docs.google.com drive.google.com sites.google.com calendar.google.com meet.google.com chat.google.com classroom.google.com keep.google.com
  groups.google.com maps.google.com support.google.com developers.google.com cloud.google.com console.cloud.google.com workspace.google.com
  play.google.com translate.google.com analytics.google.com ads.google.com tagmanager.google.com tagassistant.google.com search.google.com
  lookerstudio.google.com datastudio.google.com colab.research.google.com scholar.google.com books.google.com photos.google.com podcasts.google.com trends.google.com business.google.com
  contacts.google.com jamboard.google.com script.google.com forms.google.com blog.google script.googleusercontent.com
  finance.yahoo.com news.yahoo.com sports.yahoo.com answers.yahoo.com login.yahoo.com groups.yahoo.com
  webmaster.yandex.ru metrika.yandex.ru disk.yandex.ru maps.yandex.ru direct.yandex.ru translate.yandex.ru
  translate.bing.com webmaster.bing.com ads.bing.com tieba.baidu.com zhidao.baidu.com pan.baidu.com baike.baidu.com
  blog.naver.com cafe.naver.com kin.naver.com news.naver.com
`
  .trim()
  .split(/\s+/);

/** Names of search engines as written into utm_source. The package's others are too often ordinary words ("free", "orange"). */
export const searchNames = [
  'google', 'bing', 'yahoo', 'yahoo!', 'duckduckgo', 'ecosia', 'brave', 'brave search', 'yandex', 'baidu', 'naver', 'daum', 'seznam', 'qwant', 'startpage', 'aol', 'ask',
  'sogou', '360.cn', 'rambler', 'kagi', 'msn', 't-online', 'web.de', 'gmx', 'virgilio', 'coc coc', 'mojeek', 'swisscows', 'google images', 'google news', 'microsoft', 'adwords',
  'googleadwords', 'gmb', 'google business profile', 'google my business',
]; // biome-ignore format: a list of facts

/** Other spellings in utm_source than a name itself. */
export const spellings: Partial<Record<SiteKind, Record<string, string>>> = {
  social: {
    Facebook: 'fb, meta', Instagram: 'ig, insta', LinkedIn: 'li, linked-in, linked in', Twitter: 'x', TikTok: 'tik-tok', Snapchat: 'snap',
    'Hacker News': 'hn, hackernews, hacker-news, hacker_news', 'Product Hunt': 'producthunt, product-hunt, product_hunt', 'Stack Overflow': 'stack-overflow',
  },
  video: { YouTube: 'yt, you-tube' },
  shopping: { 'Google Shopping': 'googleshopping, google-shopping, google_shopping, froogle' },
  ai: { ChatGPT: 'openai, chat-gpt' },
  email: { Email: 'e-mail, e_mail, e mail' },
}; // biome-ignore format: tables of facts

/** Networks whose name people write with "ads": google_ads, linkedin-ads, metaads. */
export const adNetworks: Partial<Record<SiteKind, string[]>> = {
  search: ['google', 'bing', 'microsoft', 'yahoo', 'yandex', 'baidu'],
  social: ['facebook', 'fb', 'meta', 'instagram', 'ig', 'linkedin', 'li', 'twitter', 'x', 'tiktok', 'snapchat', 'pinterest', 'reddit', 'quora'],
  video: ['youtube', 'yt'],
  shopping: ['amazon'],
}; // biome-ignore format: a table of facts
