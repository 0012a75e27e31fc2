#!/usr/bin/env bash
# Makes a local stand-in for the Dockerfile's base image, under the very name it uses, from what this machine has: CI
# cannot pull images. It holds what the real one promises and little more, so the Dockerfile stays as users have it.
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
    # Some are scripts.
    if ldd "$program" >/dev/null 2>&1; then ldd "$program" | grep -o '/[^ ]*' | add_each_in_its_place; fi
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

base=$(sed -n '1s/^FROM \([^ ]*\) AS build$/\1/p' "$repository/Dockerfile")
[ -n "$base" ] || { echo "the Dockerfile does not begin with the base image of its build"; exit 1; }

# Maven, a JDK 25, and whatever Maven has fetched on this machine already.
jdk=$(find /usr/lib/jvm -maxdepth 1 -name '*-25-jdk*' | head -n 1)
[ -n "$jdk" ] || { echo "no JDK 25 under /usr/lib/jvm"; exit 1; }
add_glibc_and_users
add_program sh bash uname dirname basename expr ls cp mkdir cat ln tar gzip ldd grep sort xargs
add /opt/jdk "$jdk"/*
add /usr/share/maven /usr/share/maven/*
add /root/.m2 ~/.m2/repository
ln -s ../usr/share/maven/bin/mvn "$rootfs/bin/mvn"
tar -C "$rootfs" --owner=0 --group=0 -c . |
  docker import --change 'ENV JAVA_HOME=/opt/jdk PATH=/opt/jdk/bin:/bin' - "$base" >/dev/null
echo "stand-in for $base"
