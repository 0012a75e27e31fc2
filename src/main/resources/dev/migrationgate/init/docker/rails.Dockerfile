# The migration's image: the service's Dockerfile, with the same code and the same dependencies, and without a command.
# The Job says what to run.
FROM ruby:3.4-slim
RUN apt-get update && apt-get install --no-install-recommends -y build-essential libpq-dev libyaml-dev \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV RAILS_ENV=production BUNDLE_WITHOUT=development:test
COPY Gemfile Gemfile.lock ./
RUN bundle install
COPY . .
# Where Rails writes.
RUN mkdir -p log tmp && chown -R 1000:1000 log tmp
USER 1000
