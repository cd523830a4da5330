package dev.fanout.cli.up.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a program whether it is ready. */
public interface Readiness {

    boolean isReady(Program program);

    /** Spring's health answers 503 while a program is not UP, so the status says all. */
    static Readiness byHttp() {
        return program -> answersOk(program.health());
    }

    /** By the old client: the new one takes a CPU second and 15 MB to ask this. */
    private static boolean answersOk(URI health) {
        try {
            var connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(2000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
