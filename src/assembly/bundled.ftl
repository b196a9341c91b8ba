<#-- Made at build time: see src/build/pom.xml. -->
# Bundled libraries

The connector is under the Apache License 2.0 ([its text](../LICENSE)). Its archive brings these libraries:

| Library | Version | Licence |
| --- | --- | --- |
<#list dependencyMap as entry>
<#assign library = entry.getKey()>
| [${library.groupId}:${library.artifactId}](${library.url!?replace("http://", "https://")}) | ${library.version} | ${entry.getValue()?join(", ")} |
</#list>

They are inside the connector's jar, under package names that begin with `io.github.smartia.shaded`.

The folders beside this page hold the licences and notices that the libraries' own jars carry, of what they contain of
others' work too. A library without a folder carries none; the text of the Apache License 2.0 holds for it.
