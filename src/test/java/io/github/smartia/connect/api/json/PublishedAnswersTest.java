package io.github.smartia.connect.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.http.HttpPageFetcher;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.Status;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers that the API's documentation shows. */
class PublishedAnswersTest {

    @Test
    void searchResponseHoldsAListWithinAList() throws IOException {
        SessionPage page = read("search.json");

        assertThat(page.total()).isEqualTo(300);
        assertThat(page.entries())
                .extracting(Object::toString)
                .containsExactly(
                        "session d93ba3c3-2482-4b0d-8b99-42a20e68e11e", "session 9f8a38c6-9194-480e-bb5f-9155b7636580");
        Session first = (Session) page.entries().get(0);
        assertThat(first.status()).isEqualTo(Status.COMPLETED);
        assertThat(first.endDate()).contains(Instant.parse("2023-07-10T15:30:00Z"));
        assertThat(first.result().orElseThrow().duration()).contains("PT1H30M");
        assertThat(first.additionalFields()).isEmpty();
        assertThat(((Session) page.entries().get(1)).endDate()).isEmpty();
    }

    @Test
    void inProgressAnswerHoldsItsSessionsInAPlainList() throws IOException {
        SessionPage page = read("in-progress.json");

        assertThat(page.entries()).hasSize(1);
        Session session = (Session) page.entries().get(0);
        assertThat(session.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(session.user().emails()).contains(List.of("john.doe@email.com"));
        assertThat(session.user().dateOfBirth()).contains(LocalDate.of(2010, 7, 1));
        assertThat(session.additionalFields()).isEmpty();
    }

    private static SessionPage read(String name) throws IOException {
        try (InputStream answer = HttpPageFetcher.class.getResourceAsStream(name)) {
            return SessionJson.read(answer.readAllBytes());
        }
    }
}
