# A substitute for Apicurio's image: the same program, unpacked from its Maven artifact, on an image with Java and a user.
ARG BASE
FROM ${BASE}
COPY . /opt/registry
USER appuser
EXPOSE 8080
CMD ["bash", "-c", "exec java -Xmx384m -jar /opt/registry/apicurio-registry-app-*-runner.jar"]
