package org.kithway.ingestion.kafka.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kithway.model.Fact;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;

class FactCodecTest {
    @Test
    void facts_of_every_kind_are_read_as_they_were_written() {
        Universe universe = new Universe(5);
        Set<Class<?>> kinds = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            Fact fact = universe.fact();
            if (fact == null) {
                continue;
            }
            kinds.add(fact.getClass());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            FactCodec.write(fact, bytes);
            assertThat(FactCodec.read(bytes.toByteArray(), 0, fact.subject(), fact.object()))
                    .isEqualTo(fact);
        }
        assertThat(kinds).containsExactlyInAnyOrder(Fact.class.getPermittedSubclasses());
    }
}
