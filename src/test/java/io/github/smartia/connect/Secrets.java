package io.github.smartia.connect;

import io.github.smartia.connect.simulated.Pupil;
import java.util.List;
import java.util.UUID;

/** An API key and a pupil that occur nowhere else: wherever a search finds a piece of them, it leaked. */
public final class Secrets {

    public static final String KEY = "planted-key-7Zq4Xw9T";

    private static final UUID USER_ID = UUID.fromString("5ec4e700-0000-4000-8000-0000feedface");

    /** A piece of each field of the pupil. */
    private static final List<String> PERSONAL =
            List.of(USER_ID.toString(), "pla_username", "Plantina", "Seedling", "Rootstock", "PLA99999", "MIS-PLA");

    private Secrets() {}

    /** All fields of this pupil are planted, one that the API does not document too. */
    static Pupil pupil() {
        return new Pupil(USER_ID, """
                {"userId":"%s","username":"pla_username","fullName":"Plantina Rootstock Seedling",\
                "firstName":"Plantina","middleName":"Rootstock","lastName":"Seedling","gender":"female",\
                "upn":"PLA99999","externalId":"MIS-PLA","emails":["plantina.Seedling@school.example"],\
                "dateOfBirth":"2011-03-01","nickname":"Plantina's"}""".formatted(USER_ID));
    }

    static UUID userId() {
        return USER_ID;
    }

    /** The lines that show a secret. */
    static List<String> shownIn(String text) {
        return text.lines().filter(Secrets::showsSome).toList();
    }

    private static boolean showsSome(String line) {
        return line.contains(KEY) || PERSONAL.stream().anyMatch(line::contains);
    }
}
