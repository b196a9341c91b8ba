package io.github.smartia.connect.read;

/**
 * What the organisations of a task share.
 *
 * @param loop where all of their reading happens
 * @param outbox where they put what they have read
 * @param seats who of them may read
 */
public record Workplace(Loop loop, Outbox outbox, Seats seats) {

    /** For one organisation. */
    public static Workplace forOne(Loop loop, Outbox outbox) {
        return new Workplace(loop, outbox, Seats.forOne(loop));
    }
}
