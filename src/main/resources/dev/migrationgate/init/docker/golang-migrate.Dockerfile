# The migration's image: golang-migrate with the migrations of the service's own commit, and without a command. The Job
# says what to run.
FROM migrate/migrate:v4.19.0
COPY migrations /migrations
USER 1000
