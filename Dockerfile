FROM docker.io/library/maven:3-eclipse-temurin-25 AS build

# Maven fetches what its local repository, /root/.m2, does not hold yet: behind a proxy or without a network, name a
# base image of yours that holds it already, or build with --network host.
WORKDIR /build
COPY . .
# The commit that --version tells: docker build --build-arg COMMIT="$(git rev-parse --short HEAD)"
ARG COMMIT=""
RUN mvn -B -ntp -q -Dmaven.test.skip=true -Dgit.commit.id.abbrev="$COMMIT" package

# The whole program with a Java of its own, for exec functions and commands on machines that have none:
#   docker run --rm "$(docker build -q --target tar .)" | tar -xz
FROM build AS tar
ARG COMMIT=""
RUN mvn -B -ntp -q -Pman -Dmaven.test.skip=true -Dgit.commit.id.abbrev="$COMMIT" package
WORKDIR /opt/migration-gate
RUN jlink --add-modules java.base,java.xml --strip-java-debug-attributes --no-man-pages --no-header-files \
      --compress zip-9 --output runtime \
 && cp -r /build/target/migration-gate.jar /build/target/lib /build/LICENSE . \
 && mkdir -p bin share/man && cp /build/bin/migration-gate bin/ && cp -r /build/target/man share/man/man1 \
 && /build/src/main/training/train /opt/migration-gate function lib/snakeyaml-engine.jar \
 && /build/src/main/training/train /opt/migration-gate commands "$(cat lib/order)" \
 && tar -C /opt --owner=0 --group=0 -czf /migration-gate.tar.gz migration-gate
CMD ["cat", "/migration-gate.tar.gz"]

# The image holds the function and the help, not the libraries of the commands that write reports: they are as large as
# the rest of the program, and java.xml with them. Of glibc it holds what the Java links to, where a ready-made base brings
# four times as much, and a passwd file that knows nobody, the user as whom kustomize runs functions. Of the runtime go the
# files for connections, for development tools, and for sorting large arrays of numbers on some processors: 0.9 MB.
FROM build AS root
WORKDIR /root-fs/opt/migration-gate
RUN jlink --add-modules java.base --strip-java-debug-attributes --no-man-pages --no-header-files \
      --exclude-files '**/cacerts,**/public_suffix_list.dat,**/jrt-fs.jar,**/classlist,**/libsimdsort.so' \
      --compress zip-9 --output runtime \
 && cp /build/target/migration-gate.jar . \
 && mkdir lib && cp /build/target/lib/snakeyaml-engine.jar /build/target/lib/picocli.jar lib/ \
 && ln -s "$PWD" /opt/ \
 && /build/src/main/training/train /opt/migration-gate function lib/snakeyaml-engine.jar:lib/picocli.jar \
 && ldd runtime/bin/java runtime/lib/*.so runtime/lib/server/libjvm.so | grep -oE '\s/(usr/)?lib[^ ]+' | sort -u \
  | xargs cp -L --parents -t /root-fs \
 && mkdir /root-fs/etc \
 && for file in passwd group; do grep -E '^(root|nobody|nogroup):' /etc/$file >/root-fs/etc/$file; done

# No shell and nothing to attack.
FROM scratch
COPY --from=root /root-fs /
USER nobody
ENTRYPOINT ["/opt/migration-gate/runtime/bin/java", \
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xlog:disable", \
            "-XX:AOTCache=/opt/migration-gate/function.aot", \
            "-Xbootclasspath/a:/opt/migration-gate/migration-gate.jar:/opt/migration-gate/lib/snakeyaml-engine.jar:/opt/migration-gate/lib/picocli.jar", \
            "-cp", "/opt/migration-gate/migration-gate.jar", "dev.migrationgate.Main"]
