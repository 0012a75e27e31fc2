#!/usr/bin/env bash
# What a release is made of, and that others can tell: builds that repeat, bills of materials, licences, pinned plugins,
# and a whole release, signed with keys that live as long as this stage.
source .ci/lib.sh
install_package dockerd docker.io
install_package jq jq
install_package unzip unzip
for program in git mvn jq gpg openssl docker dockerd unzip; do
  need "$program" "supply-chain"
done

copy() {
  mkdir -p "$1"
  git -C "$repository" ls-files -z --cached --others --exclude-standard |
    (cd "$repository" && xargs -0 cp --parents -P -t "$1")
}
# The jar keeps the modes that its files have.
build() {
  local folder=$1
  shift
  (umask 022 && cd "$folder" && mvn -q -B -ntp -Prelease -Dmaven.test.skip=true -Dgit.commit.id.abbrev=abc1234 package "$@")
}

# --- the jar

copy "$WORK/one"
copy "$WORK/two, elsewhere"
find "$WORK/two, elsewhere" -type f -exec touch -d 2020-02-02 {} +
run "the build" build "$WORK/one"
expect "exit code 0" [ "$code" -eq 0 ]
elsewhere() (
  export TZ=Pacific/Auckland LC_ALL=C
  build "$WORK/two, elsewhere"
)
run "the build, in another folder, time zone and locale" elsewhere
expect "exit code 0" [ "$code" -eq 0 ]
for file in migration-gate.jar migration-gate.cdx.json; do
  expect "$file has the same bytes" cmp "$WORK/one/target/$file" "$WORK/two, elsewhere/target/$file"
done
expect "the jar names its commit" grep -q 'Implementation-Commit: abc1234' \
  <(unzip -p "$WORK/one/target/migration-gate.jar" META-INF/MANIFEST.MF)
expect "and says it" grep -q '(abc1234)' <(java -jar "$WORK/one/target/migration-gate.jar" --version)

# --- the bill of materials

bill=$WORK/one/target/migration-gate.cdx.json
in_the_bill() {
  jq -r '.components[] | "\(.hashes[] | select(.alg == "SHA-256").content)  \(.name).jar"' "$bill" | sort
}
beside_the_jar() {
  (cd "$WORK/one/target/lib" && sha256sum ./*.jar) | sed 's|\./||' | sort
}
run "the bill of materials" in_the_bill
expect "it is CycloneDX" [ "$(jq -r .bomFormat "$bill")" = CycloneDX ]
expect "it lists the jars that are shipped, all of them and no other" cmp <(in_the_bill) <(beside_the_jar)
expect "each has a digest and a package URL" \
  [ "$(jq '[.components[] | select((.hashes | length) == 0 or (.purl // "") == "")] | length' "$bill")" -eq 0 ]

run "licences" release/check-licences "$bill"
expect "all are allowed" [ "$code" -eq 0 ]
jq '.components[0].licenses = [{license: {id: "AGPL-3.0-only"}}]' "$bill" >"$WORK/copyleft.json"
jq 'del(.components[0].licenses)' "$bill" >"$WORK/unknown.json"
for bad in copyleft unknown; do
  run "a licence that is $bad" release/check-licences "$WORK/$bad.json"
  expect "it is refused" [ "$code" -eq 1 ]
done

# A scanner without its database knows of no weakness and says that all is well.
if command -v grype >/dev/null && grype db status >/dev/null 2>&1; then
  run "known weaknesses" grype --fail-on high "sbom:$bill"
  expect "none is grave" [ "$code" -eq 0 ]
else
  echo "supply-chain: known weaknesses were not looked for: their database cannot be fetched here" >>"$RUN/could-not-run"
fi

# --- plugins

# perl: the version stands in the line below.
unpinned() {
  perl -0pi -e 's/(<artifactId>maven-jar-plugin<\/artifactId>)\s*<version>[^<]*<\/version>/$1/' "$WORK/two, elsewhere/pom.xml"
  (cd "$WORK/two, elsewhere" && mvn -B -ntp -Prelease -Dmaven.test.skip=true validate)
}
run "a plugin without a version" unpinned
expect "the build fails" [ "$code" -ne 0 ]
expect "and names it" grep -q 'maven-jar-plugin' "$out"

# --- a release

start_docker_engine "supply-chain"
run "a stand-in for the base image" bash .ci/base-images.sh
expect "exit code 0" [ "$code" -eq 0 ]

copy "$WORK/clone"
cd "$WORK/clone" || exit 1
git init -q . && git add -A &&
  git -c user.name=ci -c user.email=ci@example.com -c commit.gpgsign=false commit -q -m 'What is released'

run "a release without a key" release/build "$WORK/release"
expect "it is refused" [ "$code" -eq 2 ]
expect "nothing is written" [ ! -e "$WORK/release" ]

export GNUPGHOME=$WORK/keys
mkdir -m 700 "$GNUPGHOME"
gpg --batch --quiet --passphrase '' --quick-generate-key release@example.com ed25519 sign 1d 2>"$WORK/gpg.log" ||
  cat "$WORK/gpg.log"
openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$WORK/release.pem" 2>"$WORK/openssl.log" ||
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$WORK/release.pem"
openssl pkey -in "$WORK/release.pem" -pubout -out "$WORK/release.pub"
export GPG_KEY=release@example.com SIGNING_KEY=$WORK/release.pem DOCKER_BUILD_OPTIONS='--network host' \
  IMAGE=localhost/migration-gate:release

touch uncommitted
run "a release with work that is not committed" release/build "$WORK/release"
expect "it is refused" [ "$code" -eq 2 ]
rm uncommitted

run "a release" release/build "$WORK/release"
expect "exit code 0" [ "$code" -eq 0 ]
cd "$WORK/release" || finish
verify() {
  sha256sum --quiet --strict -c SHA256SUMS &&
    gpg --quiet --verify SHA256SUMS.asc SHA256SUMS &&
    openssl dgst -sha256 -verify "$WORK/release.pub" -signature SHA256SUMS.sig SHA256SUMS
}
run "its checksums and signatures" verify
expect "hold" [ "$code" -eq 0 ]
expect "every file has a checksum" \
  cmp <(cut -c67- SHA256SUMS) <(find . -type f ! -name 'SHA256SUMS*' -printf '%P\n' | LC_ALL=C sort)
expect "there is a jar, a tar, an image and a bill of two" [ "$(wc -l <SHA256SUMS)" -eq 5 ]

cp SHA256SUMS "$WORK/SHA256SUMS"
echo >>"$(echo *.jar)"
run "another jar" verify
expect "shows" [ "$code" -ne 0 ]
sed -i "s/^[0-9a-f]*  \(.*\.jar\)/$(sha256sum ./*.jar | cut -d' ' -f1)  \1/" SHA256SUMS
run "another jar with its checksum" verify
expect "shows" [ "$code" -ne 0 ]
cp "$WORK/SHA256SUMS" SHA256SUMS

commit=$(git -C "$WORK/clone" rev-parse --short HEAD)
tar -xzf ./*-linux-*.tar.gz
run "the tar, without another Java" env -i PATH=/none migration-gate/bin/migration-gate --version
expect "tells the commit" grep -q "($commit)" "$out"
docker image rm -f "$IMAGE" >/dev/null
docker load -q -i ./*-image.tar.gz >/dev/null
run "the image, loaded" docker run --rm --network none "$IMAGE" --version
expect "tells the commit" grep -q "($commit)" "$out"

image_bill=$(echo "$PWD"/*-image.cdx.json)
for component in snakeyaml-engine picocli java.base /opt/migration-gate/migration-gate.jar \
  /opt/migration-gate/runtime/lib/server/libjvm.so; do
  # shellcheck disable=SC2016 # the variable is jq's
  run "the image's bill" jq -e --arg name "$component" '.components[] | select(.name == $name)' "$image_bill"
  expect "lists $component" [ "$code" -eq 0 ]
done
expect "lists the C library" grep -q 'libc\.so\.6"' "$image_bill"
expect "lists no library that the image does not hold" [ "$(jq '[.components[] | select(.name == "guava")] | length' "$image_bill")" -eq 0 ]
finish
