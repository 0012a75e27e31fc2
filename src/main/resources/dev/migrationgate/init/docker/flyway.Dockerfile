# The migration's image: Flyway with the migrations of the service's own commit, and without a command. The Job says what
# to run.
FROM flyway/flyway:11-alpine
COPY migrations /flyway/sql
USER 1000
