# Renders what it is asked for with kramdown, set up as Jekyll 4.3 sets it up: one JSON object a line in, one out.
#   {"text": "...", "options": {...}}  ->  {"html": "...", "seconds": 0.01} or {"error": "..."}
# Options are those of the `kramdown:` block in _config.yml.
require "json"
require "kramdown"
require "kramdown-parser-gfm"

JEKYLL = {
  "auto_ids" => true, "toc_levels" => (1..6).to_a, "entity_output" => "as_char",
  "smart_quotes" => "lsquo,rsquo,ldquo,rdquo", "input" => "GFM", "hard_wrap" => false, "guess_lang" => true,
  "footnote_nr" => 1, "syntax_highlighter" => "rouge", "syntax_highlighter_opts" => {},
}.freeze

$stdout.sync = true
$stdin.each_line do |line|
  asked = JSON.parse(line)
  options = JEKYLL.merge(asked["options"] || {})
  highlighting = options["syntax_highlighter_opts"].transform_keys(&:to_sym)
  highlighting[:default_lang] ||= "plaintext"
  highlighting[:guess_lang] = options.delete("guess_lang")
  %i[block span].each { |part| highlighting[part] = highlighting[part].transform_keys(&:to_sym) if highlighting[part] }
  options["syntax_highlighter_opts"] = highlighting
  options["gfm_quirks"] = options["gfm_quirks"].map(&:to_s) if options["gfm_quirks"]
  options = options.transform_keys(&:to_sym)
  begin
    start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    html = Kramdown::Document.new(asked["text"], options).to_html
    seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
    puts JSON.generate("html" => html, "seconds" => seconds)
  rescue StandardError, SystemStackError => e
    puts JSON.generate("error" => "#{e.class}: #{e.message[0, 200]}")
  end
end
