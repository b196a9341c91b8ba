package io.github.smartia.connect.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonalDataTest {

    @Test
    void nothingAboutAPupilShowsInText() {
        Session session = Sessions.aFullSession().build();

        assertThat(session).hasToString("session " + session.sessionId());
        assertThat(session.user()).hasToString("user");
        assertThat(session.result().orElseThrow()).hasToString("result");
    }
}
