package io.github.smartia.connect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestBudgetTest {

    private final RequestBudget budget = new RequestBudget(100);

    @Test
    void pollAllowsTwoRequestsAndTwoPerNewPage() {
        budget.startPoll();
        budget.published(150);
        spend(4);
        assertThat(budget.allowsOneMore()).isTrue();

        spend(1);

        assertThat(budget.allowsOneMore()).isFalse();
    }

    @Test
    void fractionsOfARequestAddUp() {
        budget.startPoll();
        budget.published(30);
        spend(2);
        budget.startPoll();
        budget.published(30);
        spend(2);
        assertThat(budget.allowsOneMore()).isTrue();

        spend(1);

        assertThat(budget.allowsOneMore()).isFalse();
    }

    @Test
    void unusedRequestsAreNotSaved() {
        for (int poll = 0; poll < 100; poll++) {
            budget.startPoll();
            spend(1);
        }
        budget.startPoll();
        spend(2);

        assertThat(budget.allowsOneMore()).isFalse();
    }

    @Test
    void overspentPollTakesNothingFromTheNext() {
        budget.startPoll();
        budget.published(1);
        spend(50);
        budget.startPoll();
        spend(1);

        assertThat(budget.allowsOneMore()).isTrue();
    }

    @Test
    void pollWithoutNewSessionsIsQuiet() {
        budget.startPoll();
        budget.published(1);
        budget.startPoll();
        assertThat(budget.isQuiet()).isFalse();
        budget.startPoll();
        assertThat(budget.isQuiet()).isTrue();
        assertThat(budget.allowsOneMore()).isTrue();
        spend(1);
        assertThat(budget.allowsOneMore()).as("one in each poll").isFalse();

        budget.published(1);

        assertThat(budget.isQuiet()).isFalse();
    }

    private void spend(int requests) {
        for (int i = 0; i < requests; i++) {
            budget.spend();
        }
    }
}
