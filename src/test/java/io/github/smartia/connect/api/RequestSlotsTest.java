package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestSlotsTest {

    private final RequestSlots slots = new RequestSlots(2);
    private final List<String> sent = new ArrayList<>();

    @Test
    void thereAreNoMoreThanSet() {
        Sender one = new Sender("a", 5);

        one.send();

        assertThat(sent).containsExactly("a", "a");
    }

    @Test
    void whoWantsManyWaitsAfterEachForThoseWhoCameLater() {
        Sender greedy = new Sender("greedy", 10);
        Sender modest = new Sender("modest", 1);
        Sender other = new Sender("other", 1);
        greedy.send();
        modest.send();
        other.send();

        greedy.answered();
        greedy.answered();
        modest.answered();

        assertThat(sent).containsExactly("greedy", "greedy", "greedy", "modest", "other");
    }

    @Test
    void aSlotThatNobodyWantsAnyMoreGoesToTheNext() {
        Sender first = new Sender("first", 2);
        Sender changedItsMind = new Sender("changed its mind", 1);
        Sender last = new Sender("last", 1);
        first.send();
        changedItsMind.send();
        last.send();

        changedItsMind.left = 0;
        first.answered();

        assertThat(sent).containsExactly("first", "first", "last");
    }

    @Test
    void whatWasGivenBackIsThereAgain() {
        Sender one = new Sender("a", 2);
        one.send();
        one.answered();
        one.answered();

        Sender two = new Sender("b", 3);
        two.send();

        assertThat(sent).containsExactly("a", "a", "b", "b");
    }

    /** Sends as many as it may whenever it may. */
    private final class Sender {

        private final String name;
        private final Runnable turn = this::send;
        private int left;

        Sender(String name, int left) {
            this.name = name;
            this.left = left;
        }

        void send() {
            while (left > 0 && slots.take(turn)) {
                left--;
                sent.add(name);
            }
        }

        void answered() {
            slots.giveBack();
            send();
        }
    }
}
