/** Servers and proxies with certificates of a private CA, for tests of the way to the API. */
package io.github.smartia.connect.tls;
