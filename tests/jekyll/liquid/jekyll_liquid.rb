# Renders templates as Jekyll does: JSON lists of templates on standard input, of results on standard output.
require "jekyll"
require "json"

source = File.expand_path(ARGV.fetch(0))
config = Jekyll::Configuration.from(
  YAML.safe_load(File.read(File.join(source, "_config.yml"))).merge(
    "source" => source, "destination" => File.join(source, "_site"), "disable_disk_cache" => true, "quiet" => true
  )
)
Jekyll.logger.log_level = :error
Jekyll.set_timezone(config["timezone"])
site = Jekyll::Site.new(config)
site.reset
site.read
post = site.posts.docs.find { |doc| doc.data["slug"] == "year" }
results = JSON.parse($stdin.read).each_with_index.map do |template, number|
  payload = site.site_payload
  payload["page"] = post.to_liquid
  info = { :registers => { :site => site, :page => payload["page"] }, :strict_filters => false, :strict_variables => false }
  { "text" => site.liquid_renderer.file("case#{number}").parse(template).render!(payload, info) }
rescue StandardError, SyntaxError => e
  { "error" => e.message.lines.first.strip.gsub(source, "blog") }
end
puts JSON.generate(results)
