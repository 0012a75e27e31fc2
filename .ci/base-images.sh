#!/usr/bin/env bash
# Makes local stand-ins for the Dockerfile's base images, under the very names it uses, from what this machine has:
# CI cannot pull images. They hold what the real ones promise and little more, so the Dockerfile stays as users have it.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
rootfs=$(mktemp -d "${WORK:-/tmp}/base-image.XXXXXX")
trap 'rm -rf "$rootfs"' EXIT

# Links are followed, so that the copies stand for themselves.
add() {
  local folder=$rootfs$1
  shift
  mkdir -p "$folder"
  cp -rL "$@" "$folder/"
}

add_each_in_its_place() {
  local file
  while read -r file; do
    add "$(dirname "$file")" "$file"
  done
}

add_program() {
  local program
  for program; do
    program=$(command -v "$program")
    add /bin "$program"
    ldd "$program" | grep -o '/[^ ]*' | add_each_in_its_place
  done
}

add_glibc_and_users() {
  mkdir -p "$rootfs/etc"
  printf '%s\n' root:x:0:0:root:/root:/sbin/nologin nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin \
    >"$rootfs/etc/passwd"
  printf '%s\n' root:x:0: nobody:x:65534: >"$rootfs/etc/group"
  mkdir -m 1777 "$rootfs/tmp"
  dpkg -L libc6 | grep '\.so' | while read -r file; do [ -f "$file" ] && echo "$file"; done | add_each_in_its_place
  # Where programs say their loader lies.
  add /lib64 /lib64/ld-linux-x86-64.so.2
}

import_as() {
  local name=$1
  shift
  tar -C "$rootfs" --owner=0 --group=0 -c . | docker import "$@" - "$name" >/dev/null
  find "$rootfs" -mindepth 1 -delete
  echo "stand-in for $name"
}

mapfile -t bases < <(sed -n 's/^FROM \([^ ]*\).*/\1/p' "$repository/Dockerfile")
[ ${#bases[@]} -eq 2 ] || { echo "the Dockerfile has other base images than a build and a runtime: ${bases[*]}"; exit 1; }

# Maven, a JDK 25, and whatever Maven has fetched on this machine already.
jdk=$(find /usr/lib/jvm -maxdepth 1 -name '*-25-jdk*' | head -n 1)
[ -n "$jdk" ] || { echo "no JDK 25 under /usr/lib/jvm"; exit 1; }
add_glibc_and_users
add_program sh uname dirname basename expr ls
add /opt/jdk "$jdk"/*
add /usr/share/maven /usr/share/maven/*
add /root/.m2 ~/.m2/repository
ln -s ../usr/share/maven/bin/mvn "$rootfs/bin/mvn"
import_as "${bases[0]}" --change 'ENV JAVA_HOME=/opt/jdk PATH=/opt/jdk/bin:/bin'

add_glibc_and_users
import_as "${bases[1]}"
