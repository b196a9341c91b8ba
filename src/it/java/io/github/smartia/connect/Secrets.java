package io.github.smartia.connect;

import io.github.smartia.connect.simulated.Pupil;
import java.util.UUID;

/** An API key and a pupil for simulated APIs. */
public final class Secrets {

    public static final String KEY = "planted-key-7Zq4Xw9T";

    static final UUID USER_ID = UUID.fromString("5ec4e700-0000-4000-8000-0000feedface");

    private Secrets() {}

    /** All fields of this pupil are planted, one that the API does not document too. */
    static Pupil pupil() {
        return new Pupil(USER_ID, """
                {"userId":"%s","username":"pla_username","fullName":"Plantina Rootstock Seedling",\
                "firstName":"Plantina","middleName":"Rootstock","lastName":"Seedling","gender":"female",\
                "upn":"PLA99999","externalId":"MIS-PLA","emails":["plantina.Seedling@school.example"],\
                "dateOfBirth":"2011-03-01","nickname":"Plantina's"}""".formatted(USER_ID));
    }
}
