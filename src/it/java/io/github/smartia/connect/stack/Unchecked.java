package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;

/** Runs what nobody here can handle the failure of: checked exceptions become unchecked ones. */
public final class Unchecked {

    private Unchecked() {}

    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    public static <T> T get(Callable<T> action) {
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    public static void run(Action action) {
        get(() -> {
            action.run();
            return true;
        });
    }
}
