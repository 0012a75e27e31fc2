module migrationgate.dev/ci

go 1.26

require github.com/GoogleContainerTools/kpt-functions-catalog/functions/go/apply-setters v0.2.0
