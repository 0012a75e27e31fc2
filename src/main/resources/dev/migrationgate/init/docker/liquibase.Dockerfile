# The migration's image: Liquibase with the changelog of the service's own commit, and without a command. The Job says
# what to run.
FROM liquibase/liquibase:4.33
COPY changelog /liquibase/changelog
ENV LIQUIBASE_SEARCH_PATH=/liquibase/changelog LIQUIBASE_COMMAND_CHANGELOG_FILE=db.changelog-master.yaml
USER 1000
