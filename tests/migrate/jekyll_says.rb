# What Jekyll makes of a blog, without plugins and themes: a line of JSON for each post, document and page.
#   ruby jekyll_says.rb BLOG OUTPUT
require "jekyll"
require "json"

source, output = ARGV.map { |path| File.expand_path(path) }
Dir.chdir(source)
Jekyll.logger.log_level = :error
config = Jekyll.configuration("destination" => output, "disable_disk_cache" => true, "quiet" => true, "plugins" => [], "paginate" => nil)
Jekyll.set_timezone(config["timezone"]) if config["timezone"]
site = Jekyll::Site.new(config)
html = {}.compare_by_identity
Jekyll::Hooks.register([:documents, :pages], :post_convert) { |text| html[text] = text.content.dup }
site.process
texts = site.documents.grep(Jekyll::Document) + site.pages.select { |page| page.instance_of?(Jekyll::Page) }
texts.select(&:write?).each do |text|
  excerpt = text.data["excerpt"]
  post = text.is_a?(Jekyll::Document) && text.collection.label == "posts"
  puts JSON.generate(
    "path" => text.relative_path,
    "url" => text.url,
    "save_as" => text.destination(output).delete_prefix(output),
    "date" => post ? text.date.strftime("%Y-%m-%d %H:%M:%S") : nil,
    "title" => text.data["title"]&.to_s,
    "categories" => Array(text.data["categories"]).map(&:to_s),
    "tags" => Array(text.data["tags"]).map(&:to_s),
    "excerpt" => excerpt.is_a?(Jekyll::Excerpt) ? excerpt.output : excerpt,
    "html" => html[text]
  )
end
