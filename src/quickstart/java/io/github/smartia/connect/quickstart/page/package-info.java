/** The quickstart's page on loopback: charts of what the database holds. */
package io.github.smartia.connect.quickstart.page;
