package dev.fanout.cli.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a program whether it is ready. */
interface Readiness {

    boolean isReady(Program program) throws InterruptedException;

    /** Spring's health answers 503 while a program is not UP, so the status says all. */
    static Readiness byHttp() {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        return program -> answersOk(http, program.health());
    }

    private static boolean answersOk(HttpClient http, URI health) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
