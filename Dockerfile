FROM docker.io/library/maven:3-eclipse-temurin-25 AS build

# The function needs no more than java.base, and the commands that write JSON need java.xml; jlink leaves out the archive
# of the JDK's own classes, without which every start takes twice as long.
RUN jlink --add-modules java.base,java.xml --strip-java-debug-attributes --no-man-pages --no-header-files --compress zip-6 \
      --output /opt/java-runtime \
 && /opt/java-runtime/bin/java -Xshare:dump -XX:+UseSerialGC -Xlog:disable

# Maven fetches what its local repository, /root/.m2, does not hold yet: behind a proxy or without a network, name a
# base image of yours that holds it already, or build with --network host.
WORKDIR /build
COPY . .
# The commit that --version tells: docker build --build-arg COMMIT="$(git rev-parse --short HEAD)"
ARG COMMIT=""
RUN mvn -B -ntp -q -Dmaven.test.skip=true -Dgit.commit.id.abbrev="$COMMIT" package

# glibc and a passwd file that knows nobody, the user as whom kustomize runs functions; no shell and nothing to attack.
FROM gcr.io/distroless/base-nossl-debian12
COPY --from=build /opt/java-runtime /opt/java
COPY --from=build /build/target/migration-gate.jar /opt/migration-gate/
COPY --from=build /build/target/lib /opt/migration-gate/lib
USER nobody
ENTRYPOINT ["/opt/java/bin/java", \
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto", \
            "-jar", "/opt/migration-gate/migration-gate.jar"]
