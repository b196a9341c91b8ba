/** Checks of the documents that people read, in the repository and in the archive. */
package io.github.smartia.connect.documents;
