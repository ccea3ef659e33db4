package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.experiment.Code;
import org.kithway.model.Site;
import org.kithway.registry.Ask;
import org.kithway.registry.Asks;
import org.kithway.registry.Registry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What those who were asked may say without an account: the code that they were sent is their
 * credential, and opens nothing but the text that came with it.
 */
@RestController
@RequestMapping("/api/v1/codes/{id}")
final class CodeController {
    private final Asks asks;

    CodeController(Registry registry) {
        this.asks = registry.asks();
    }

    /**
     * @param event answered, declined or useful
     * @param over the site over which they came; that of the ask if null
     */
    record Said(@Nullable String event, @Nullable String over) {}

    /**
     * @param mayBePassedOn whether there can be a code for somebody else
     */
    record HeldView(String title, String text, boolean mayBePassedOn) {}

    record PassedView(String code) {}

    @GetMapping
    HeldView held(@PathVariable("id") String code) {
        Asks.Held held = asks.held(typed(code)).orElseThrow(ProblemException::notFound);
        return new HeldView(held.title(), held.text(), held.mayBePassedOn());
    }

    @PostMapping
    ResponseEntity<Void> say(@PathVariable("id") String code, @RequestBody Said said) {
        Ask.Event event = Purposes.event(said.event());
        if (event != Ask.Event.ANSWERED
                && event != Ask.Event.DECLINED
                && event != Ask.Event.USEFUL) {
            throw ProblemException.invalid("event is one of answered, declined, useful.");
        }
        if (!asks.redeem(typed(code), event, over(said.over()))) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    /** A code for one more person to whom the ask is passed on. */
    @PostMapping("/children")
    ResponseEntity<PassedView> passOn(@PathVariable("id") String code) {
        Code child = asks.passOn(typed(code)).orElseThrow(ProblemException::notFound);
        return ResponseEntity.status(HttpStatus.CREATED).body(new PassedView(child.text()));
    }

    private static Code typed(String code) {
        return Code.typed(code).orElseThrow(ProblemException::notFound);
    }

    private static @Nullable Site over(@Nullable String name) {
        try {
            return name == null ? null : new Site(name);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("over is a site such as linkedin.");
        }
    }
}
