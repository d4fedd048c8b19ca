# An image with the static program and nothing else. Building it takes no network:
#
#   make dist
#   docker build --tag extract-i797 --file Dockerfile dist/extract-i797-*-x86_64-linux-musl
#
# docs/INSTALL.md says how to run it.
FROM scratch
COPY extract /usr/bin/extract
COPY LICENSE-APACHE LICENSE-MIT THIRD-PARTY.txt /usr/share/doc/extract-i797/
# Spreadsheets keep their rows in unnamed files here until they are written.
WORKDIR /tmp
WORKDIR /work
USER 65534:65534
ENTRYPOINT ["/usr/bin/extract"]
