"""The sample site: a Jekyll blog (`blog/`), read as it is and shown by the memoir theme."""

PLUGINS = ["memoir"]
THEME = "memoir"

SITENAME = "물때 노트"
SITESUBTITLE = "바다를 재고, 코드로 적습니다."
AUTHOR = "서하람"
SITEURL = ""  # where the site is read at home; publishconf.py has the public address
FEED_DOMAIN = "https://tide-notes.example"
TIMEZONE = "Asia/Seoul"
DEFAULT_LANG = "ko"

# The Jekyll blog is the content: posts from `_posts`, pages beside it, pictures from `assets`.
PATH = "blog"
ARTICLE_PATHS = ["_posts", "_drafts"]
PAGE_PATHS = ["about.md", "kitchen-sink.md"]
STATIC_PATHS = ["assets", "_headers"]
OUTPUT_PATH = "output"

# Addresses as the Jekyll blog had them (`permalink: /:year-:month-:day-:title/`), so that old links live on.
ARTICLE_URL = "{date:%Y-%m-%d}-{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
ARTICLE_LANG_URL = "{lang}/" + ARTICLE_URL
ARTICLE_LANG_SAVE_AS = ARTICLE_LANG_URL + "index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
TAGS_URL = "tags/"
TAGS_SAVE_AS = TAGS_URL + "index.html"

# What Pelican writes by default, and a page for addresses that lead nowhere.
DIRECT_TEMPLATES = ["index", "tags", "categories", "authors", "archives", "404"]

# Folders below `_posts` keep languages apart; they are no categories.
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = "기록"
