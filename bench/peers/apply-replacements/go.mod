module migrationgate.dev/bench

go 1.26

require github.com/GoogleContainerTools/kpt-functions-catalog/functions/go/apply-replacements v0.1.1
