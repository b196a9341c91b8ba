package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Runs another program's {@code main} in a child process that ends when its standard input does. The parent holds the
 * other end of that pipe, so the child goes when the parent goes, kill -9 included.
 */
final class Tether {

    private Tether() {}

    /** Runs the class that the first argument names, with the arguments after it. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(Tether::haltWhenInputEnds, "tether");
        watch.setDaemon(true);
        watch.start();
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    private static void haltWhenInputEnds() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            System.err.println("Standard input broke: " + gone);
        }
        Runtime.getRuntime().halt(1);
    }
}
