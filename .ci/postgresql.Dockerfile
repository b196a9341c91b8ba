# Stands in for PostgreSQL's image: Debian's package, with the variables and the directory of statements of that image.
ARG BASE
FROM ${BASE}
USER root
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql > /dev/null && rm -rf /var/lib/apt/lists/*
COPY postgresql-server /usr/local/bin/
USER postgres
EXPOSE 5432
CMD ["postgresql-server"]
