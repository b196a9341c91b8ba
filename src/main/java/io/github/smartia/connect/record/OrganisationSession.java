package io.github.smartia.connect.record;

import io.github.smartia.connect.model.Session;

/**
 * A session, and the organisation that it was read from.
 *
 * @param organisation the name in the connector's settings
 */
record OrganisationSession(String organisation, Session session) {}
