package io.github.smartia.connect.record;

import io.github.smartia.connect.model.Session;

/** A session and the name, in the connector's settings, of the organisation it was read from. */
record OrganisationSession(String organisation, Session session) {}
